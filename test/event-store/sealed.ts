import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { type EventDraft, seal } from '../../src/event-store/envelope.js';
import type { SealedEvent } from '../../src/event-store/event-store.js';

const salt = (): string => randomBytes(16).toString('base64url');

/** A sealed event for tests of stores; what matters to the test is given, the rest is plausible. */
export function sealed(
  log: string,
  stream: string,
  revision: number,
  { data = { title: `event ${revision} of ${stream}` }, ...draft }: Partial<EventDraft> & { data?: JsonObject } = {},
): SealedEvent {
  const plausible = {
    id: v7(),
    type: 'GuidanceMeetingHeld',
    schema: 1,
    recordedAt: '2026-11-21T09:00:00.000Z',
    actor: 'anonymous',
    request: { operation: 'record' },
  };
  return seal({ log, stream, revision, ...plausible, ...draft }, data, salt());
}

/** So many events in a row, the first of them at `revision`. */
export const sealedRun = (log: string, stream: string, revision: number, count: number): SealedEvent[] =>
  Array.from({ length: count }, (_, index) => sealed(log, stream, revision + index));
