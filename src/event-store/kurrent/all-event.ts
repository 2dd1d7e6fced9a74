import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { LogDamaged } from '../errors.js';
import type { SealedEvent } from '../event-store.js';
import { sealedEvent } from './stored-event.js';

/** The stream in which the log's id is kept; no event of the log is ever in it. */
export const LOG_STREAM = 'log';

/** What one event that the subscription brings means to the log. */
export type AllEvent =
  | { readonly is: 'event'; readonly event: SealedEvent }
  /** The stream's metadata was changed; `limit` says what now hides events of it, if anything does. */
  | { readonly is: 'metadata'; readonly stream: string; readonly limit: string | undefined }
  | { readonly is: 'beside' };

const BESIDE: AllEvent = { is: 'beside' };

/** Our streams and the streams of their metadata; all else in the database is not ours. */
export const prefixesOf = (prefix: string): string[] => [prefix, `$$${prefix}`];

/**
 * Reads an event that came through the subscription.
 * @throws {LogDamaged} for one that can't be there unless somebody tampered with the log
 */
export function readAllEvent(stored: AllStreamRecordedEvent, prefix: string, log: string): AllEvent {
  const { streamId } = stored;
  const damaged = (what: string) => new LogDamaged(`stream ${streamId} ${what}: restore the event store from a backup`);
  if (streamId.startsWith('$$')) return { is: 'metadata', stream: streamId.slice(2), limit: limitOf(stored.data) };
  if (stored.type === '$streamDeleted') throw damaged('was deleted for good');
  const stream = streamId.slice(prefix.length);
  if (stream === LOG_STREAM) return BESIDE;
  const event = sealedEvent(stored, stream);
  if (typeof event === 'string')
    throw damaged(`holds an event at revision ${stored.revision} that is not ours (${event})`);
  if (event.envelope.log !== log) throw damaged(`holds an event of another log, ${event.envelope.log}`);
  return { is: 'event', event };
}

/** The member of a stream's metadata that hides events, if one does. A soft delete is a `$tb` past every revision. */
function limitOf(metadata: unknown): string | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  return ['$tb', '$maxCount', '$maxAge'].find((name) => {
    const value: unknown = Reflect.get(metadata, name);
    return typeof value === 'number' && value > 0;
  });
}
