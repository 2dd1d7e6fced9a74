import type { JsonValue } from './canonical.js';
import { eventId } from './envelope.js';
import type { RecordedEvent } from './event-store.js';

/** Of a request, what the ids of its events are made of. */
interface Keyed {
  readonly operation: string;
  readonly body: JsonValue;
  readonly actor: string;
  readonly key?: string;
  readonly shared?: boolean;
}

/**
 * The event that a request was recorded as, where its payload was erased: with its salt an event has lost whom its
 * hashes would show, but the same request still leads to its id.
 */
export function erasedRecordOf(
  log: string,
  history: readonly RecordedEvent[],
  { operation, body, actor, key, shared = false }: Keyed,
): RecordedEvent | undefined {
  if (key === undefined) return undefined;
  return history.find(({ erased, envelope }) => {
    if (!erased || !(shared || envelope.actor === actor)) return false;
    const identity = { log, actor: envelope.actor, operation, key, request: { operation, body }, index: 0 };
    return envelope.id === eventId(identity, () => '');
  });
}
