import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { shareClient } from '../../../src/event-store/kurrent/kurrent-client.js';
import { endOfLog } from '../../../src/event-store/kurrent/stream-reading.js';

/** Milliseconds that a server may take from the start of its container on. */
const START = 60_000;
const BETWEEN = 500;

/** Waits until a server that may still be starting is asked with success. @returns its URL. @throws {LogUnavailable} past a minute */
export async function answering(url: string, between = BETWEEN): Promise<string> {
  const until = Date.now() + START;
  for (;;) {
    const { client, server, release } = shareClient(url);
    try {
      await endOfLog({ client, server, prefix: '' });
      return url;
    } catch (error) {
      if (!(error instanceof LogUnavailable) || Date.now() > until) throw error;
    } finally {
      await release();
    }
    await pause(between);
  }
}

/** The server at KURRENTDB_URL; it is waited for once. */
export const { KURRENTDB_URL: REAL } = process.env;
let real: Promise<string> | undefined;
export function realServer(): Promise<string> {
  if (!REAL) throw new Error('KURRENTDB_URL names no server');
  real ??= answering(REAL);
  return real;
}
