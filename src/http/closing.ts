import type { Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Milliseconds in which whoever has come before the door is shut is let in, at most. */
const LAST_CALL = 2_000;
/** Turns of the event loop until a connection just accepted has been read. */
const TURNS = 3;

/** Prepares a server for its end. @returns what to do just before it is closed, so that what has come is answered */
export function answerBeforeClosing(server: FastifyInstance): () => Promise<void> {
  let closing = false;
  // So that no client sends another request where nobody will read it.
  server.addHook('onSend', async (_request, reply) => void (closing && reply.header('connection', 'close')));
  // A connection that its client keeps alive would hold up the end until it times out; and one that is merely ended
  // would still bring in requests that can no longer be answered.
  server.addHook('onResponse', async ({ raw }) => void (closing && raw.socket.destroySoon()));
  return async () => {
    closing = true;
    await lastCall(server.server);
  };
}

/** Each turn accepts one of the connections that the system holds ready; those not read when it closes pass for idle. */
async function lastCall(server: Server): Promise<void> {
  const deadline = Date.now() + LAST_CALL;
  let came = true;
  const note = (): void => {
    came = true;
  };
  server.on('connection', note);
  while (came && Date.now() < deadline) {
    came = false;
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
  }
  server.off('connection', note);
}
