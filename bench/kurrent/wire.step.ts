import { startWireServer } from '../../test/event-store/kurrent/wire/wire-server.js';

/** The tests' server in a process of its own, until it is told to stop. */
const server = await startWireServer();
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
console.log(server.url);
