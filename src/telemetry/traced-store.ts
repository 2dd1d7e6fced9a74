import type { EventStore } from '../event-store/event-store.js';
import { withAppend } from '../event-store/with-append.js';
import type { Follower } from '../projecting/following.js';
import type { Traced, Tracing } from './tracing.js';

/** Milliseconds after which it is no longer waited for that the views hold an append. */
const PATIENCE = 30_000;

/** A log whose appends have spans, each followed by one that lasts until the views hold what was appended. */
export function tracedStore(store: EventStore, follower: Follower, tracing: Tracing): EventStore {
  const project = async ({ context }: Traced, position: number): Promise<void> => {
    const { span } = tracing.begin('project', { 'regtime.position': position }, context);
    const reached = await follower.reached(position, PATIENCE).catch(() => false);
    span.setAttribute('regtime.reached', reached);
    span.end();
  };
  return withAppend(store, (stream, revision, events, patient) => {
    if (!tracing.isInCommand) return store.append(stream, revision, events, patient);
    const traced = tracing.begin('append', { 'regtime.events': events.length });
    return tracing.done(traced, async () => {
      const appended = await store.append(stream, revision, events, patient);
      traced.span.setAttribute('regtime.position', appended.position);
      if (typeof appended.position === 'number') void project(traced, appended.position);
      return appended;
    });
  });
}
