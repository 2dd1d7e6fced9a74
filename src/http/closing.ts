import type { Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Connections } from './connections.js';

/** Milliseconds in which whoever has come before the door is shut is let in, at most. */
const LAST_CALL = 2_000;
/** Turns of the event loop until a connection just accepted has been read. */
const TURNS = 3;
/** Milliseconds in which clients may send the rest of what they have begun to send. */
const GRACE = 2_000;

/** The injection token of the signal that aborts when no more is read of what is still being sent. */
export const CUT_OFF = Symbol('CUT_OFF');

/**
 * Prepares a server for its end.
 * @param cutOff aborted when clients that are still sending are no longer waited for
 * @returns what to do just before it is closed, so that what has come is answered
 */
export function answerBeforeClosing(server: FastifyInstance, cutOff: AbortController): () => Promise<void> {
  let closing = false;
  const connections = new Connections(server.server);
  // So that no client sends another request where nobody will read it.
  server.addHook('onSend', async (_request, reply) => void (closing && reply.header('connection', 'close')));
  // A connection that its client keeps alive would hold up the end until it times out; and one that is merely ended
  // would still bring in requests that can no longer be answered. But whoever is still sending would be told of a
  // connection reset before having read the answer.
  server.addHook('onResponse', async ({ raw }) => {
    if (!closing) return;
    if (raw.complete) raw.socket.destroySoon();
    else raw.socket.end();
  });
  return async () => {
    closing = true;
    setTimeout(() => cutOff.abort(), GRACE).unref();
    connections.endThoseWithoutRequest(GRACE);
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
