import type { ServerResponse } from 'node:http';

/** Looks in the time that a reader may stand still. */
const LOOKS = 4;

/**
 * Destroys an answer without end whose reader takes nothing in, although more waits for it.
 * @param standstill milliseconds in which that is borne with
 */
export function letGoOfStalled(answer: ServerResponse, standstill: number): void {
  let written = 0;
  let stillFor = 0;
  const timer = setInterval(() => {
    const sent = answer.socket?.bytesWritten ?? 0;
    stillFor = answer.writableNeedDrain && sent === written ? stillFor + 1 : 0;
    written = sent;
    if (stillFor >= LOOKS) answer.destroy();
  }, standstill / LOOKS).unref();
  answer.once('close', () => clearInterval(timer));
}
