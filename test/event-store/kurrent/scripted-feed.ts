import { PassThrough, Readable } from 'node:stream';
import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type { StorePoint } from '../../../src/event-store/kurrent/store-point.js';
import type { Feed } from '../../../src/event-store/kurrent/subscription.js';

/** What a subscription brings, in the order in which the client tells of it, all at once; an error ends it. */
export type Told = 'caughtUp' | { readonly checkpoint: number } | { readonly event: number } | Error;

export const pointOf = (commit: number): StorePoint => ({ commit: BigInt(commit), prepare: BigInt(commit) });

interface Asked {
  readonly fromPosition: StorePoint | 'start';
  readonly filter: { readonly checkpointReached: (from: Readable, point: StorePoint) => void };
}

/**
 * A client whose subscriptions bring what they are told to, one script after the other; the last one stays open.
 * @param gone where nothing stands any more, or reads fail
 */
export function scriptedFeed(
  scripts: readonly (readonly Told[])[],
  gone: ReadonlyMap<number, Error | undefined> = new Map(),
) {
  const began: (number | undefined)[] = [];
  const client = {
    subscribeToAll({ fromPosition, filter }: Asked) {
      const script = scripts[began.length];
      began.push(fromPosition === 'start' ? undefined : Number(fromPosition.commit));
      const subscription = Object.assign(new PassThrough({ objectMode: true }), { unsubscribe: async () => undefined });
      setImmediate(() => {
        for (const told of script ?? []) {
          if (told === 'caughtUp') subscription.emit('caughtUp');
          else if (told instanceof Error) subscription.emit('error', told);
          else if ('event' in told) subscription.push({ event: eventAt(told.event) });
          else filter.checkpointReached(subscription, pointOf(told.checkpoint));
        }
        if (script && !(script.at(-1) instanceof Error)) subscription.end();
      });
      return subscription;
    },
    readAll: ({ direction, fromPosition }: { readonly direction?: string; readonly fromPosition: StorePoint }) => {
      const at = direction === 'backwards' ? END : Number(fromPosition.commit);
      const failure = gone.get(at);
      const reading = failure ? failing(failure) : Readable.from([{ event: eventAt(gone.has(at) ? at + 1 : at) }]);
      return Object.assign(reading, { cancel: async () => undefined });
    },
    readStream: (_: string, { fromRevision }: { readonly fromRevision: bigint }) =>
      Object.assign(Readable.from([{ event: eventAt(Number(fromRevision)) }]), { cancel: async () => undefined }),
  };
  return { feed: { client, server: 'esdb://scripted', prefix: 'ours.' } as unknown as Feed, began };
}

/** The log ends where nobody has come to yet. */
const END = 1_000_000;

const failing = (error: Error): Readable => new Readable({ objectMode: true, read: () => undefined }).destroy(error);

/** Of one stream, where each is kept at its revision. */
const eventAt = (at: number): Partial<AllStreamRecordedEvent> => ({
  streamId: 'ours.a',
  revision: BigInt(at),
  id: `event-${at}`,
  position: pointOf(at),
});

export const tooSlow = (): Error =>
  Object.assign(new Error('10 ABORTED: Operation timed out: Consumer too slow to handle event while live.'), {
    type: 'timeout',
  });

export const unavailable = (): Error => Object.assign(new Error('14 UNAVAILABLE'), { type: 'unavailable', code: 14 });

/** What a subscription fails with when the process is told to stop. */
export const stopped = (): Error =>
  Object.assign(new Error('2 UNKNOWN: Exception was thrown by handler.'), { type: 'unknown' });

/** What reads say where no record of a server's log begins: up to 23.10, and later. */
export const ASTRAY: readonly Error[] = [
  Object.assign(new Error('2 UNKNOWN: Unexpected ReadAllResult: Error'), { type: 'unknown' }),
  Object.assign(new Error('3 INVALID_ARGUMENT: Trying to read from an invalid position.'), {
    type: 'invalid-argument',
  }),
];
