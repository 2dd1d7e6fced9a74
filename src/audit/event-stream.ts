import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '../event-store/event-store.js';

/** Milliseconds of silence after which the other side is told that nothing is wrong. */
const HEARTBEAT = 15_000;

export interface StreamOptions {
  readonly types?: ReadonlySet<string> | undefined;
  /** How many events, at most. */
  readonly limit: number;
  /** Milliseconds. */
  readonly heartbeat?: number;
  tell(event: RecordedEvent): object;
}

/**
 * Events as server-sent events (WHATWG HTML): `id` is the position, so that a client that comes back with
 * `Last-Event-ID` misses none and sees none twice. A comment at the start and in silence keeps the connection known; in
 * a silence because nothing was of the types asked for, it comes with the position up to which nothing was.
 */
export async function* eventStream(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  { types, limit, heartbeat = HEARTBEAT, tell }: StreamOptions,
): AsyncGenerator<string> {
  const iterator = pages[Symbol.asyncIterator]();
  let left = limit;
  let passed: number | undefined;
  yield ': listening\n\n';
  let told = performance.now();
  try {
    for (let next = iterator.next(); ; ) {
      const page = await orSilence(next, told + heartbeat - performance.now());
      if (page?.done) return;
      for (const event of page?.value ?? []) {
        if (types && !types.has(event.envelope.type)) {
          passed = event.position;
          continue;
        }
        yield `id: ${event.position}\ndata: ${JSON.stringify(tell(event))}\n\n`;
        told = performance.now();
        passed = undefined;
        left--;
        if (left <= 0) return;
      }
      if (performance.now() - told >= heartbeat) {
        yield `: nothing new\n${passed === undefined ? '' : `id: ${passed}\n`}\n`;
        told = performance.now();
        passed = undefined;
      }
      if (page) next = iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}

/** What comes, or undefined after so many milliseconds without it. */
async function orSilence<T>(coming: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const given = new AbortController();
  const silence = pause(Math.max(0, milliseconds), undefined, { signal: given.signal }).catch(() => undefined);
  try {
    return await Promise.race([coming, silence]);
  } finally {
    given.abort();
  }
}
