import { UnknownEvent, upcast } from '../src/developments/upcast.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';

const STREAM = /^(development|entity|matter)-(.+)$/s;

/** An event in the current schema of its type, and whose stream it is of. */
export interface Concern {
  readonly of: 'development' | 'entity' | 'matter';
  /** The id of the development, or the slug. */
  readonly name: string;
  readonly event: RecordedEvent;
}

/**
 * The event, if its stream is of one of these sorts.
 * @throws {UnknownEvent} if it is of a type, schema or sort of stream that this version does not know: what can't be
 * understood may concern any view
 */
export function concerning(sorts: readonly Concern['of'][], event: RecordedEvent): Concern | undefined {
  const { stream, type, schema } = event.envelope;
  const [, of, name = ''] = STREAM.exec(stream) ?? [];
  if (of === undefined) throw new UnknownEvent(type, schema);
  const known = sorts.find((sort) => sort === of);
  return known && { of: known, name, event: upcast(event) };
}
