import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import type { ServeOptions } from '../src/serve.js';
import { REAL, realServer } from './event-store/kurrent/answering.js';
import { startWireServer, type WireServer } from './event-store/kurrent/wire/wire-server.js';

/** Where services of these tests keep their log: `STORE=kurrent` for a server, of the tests' own or at KURRENTDB_URL. */
export const ON_A_SERVER = process.env.STORE === 'kurrent';

let wire: Promise<WireServer> | undefined;
const prefixes = new Map<string, string>();

/** A log of its own: for a data directory always the same one, for none a new one each time. */
export async function serverFor(dataDir: string): Promise<ServeOptions['server']> {
  if (!ON_A_SERVER) return undefined;
  const kept = dataDir === ':memory:' ? undefined : prefixes.get(dataDir);
  const prefix = kept ?? `test-${randomUUID()}.`;
  prefixes.set(dataDir, prefix);
  return { url: REAL ? await realServer() : (await own()).url, prefix };
}

function own(): Promise<WireServer> {
  wire ??= startWireServer();
  return wire;
}

if (ON_A_SERVER) afterAll(async () => (await wire)?.stop());
