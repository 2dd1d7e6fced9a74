import { type DevelopmentState, evolve, type Version } from '../src/developments/events.js';
import { kindNamed } from '../src/developments/kinds/index.js';
import { upcast } from '../src/developments/upcast.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';

/** What has been told, and in which order what happens on one day takes effect. */

/** A development with the position of its first event. */
export interface Told extends DevelopmentState {
  readonly id: string;
  readonly order: number;
}
/** The fine that a development changes, if that is among those told. */
export const fineOf = ({ kind, details }: Version, told: readonly Told[]): Told | undefined =>
  told.find(({ id }) => id === kindNamed(kind)?.fine?.(details));

/** The developments known at a position and not retracted, in tie order. */
export function toldAt(events: readonly RecordedEvent[], position: number): readonly Told[] {
  const told = new Map<string, Told>();
  for (const event of events) {
    const { stream, type, revision } = event.envelope;
    if (event.position > position || !stream.startsWith('development-')) continue;
    const before = told.get(stream);
    const state = evolve(before, { type, revision, data: upcast(event).data });
    told.set(stream, { ...state, id: stream.slice('development-'.length), order: before?.order ?? event.position });
  }
  const standing = [...told.values()].filter(({ retracted }) => !retracted);
  return inTieOrder(standing.sort((a, b) => a.order - b.order));
}

/** Repeatedly the first whose every `after`, and fine, has been taken if it is among them; a ring is broken at its first. */
function inTieOrder(inLogOrder: readonly Told[]): readonly Told[] {
  const waiting = [...inLogOrder];
  const taken: Told[] = [];
  const follows = ({ version }: Told, other: Told): boolean =>
    fineOf(version, [other]) !== undefined || !!version.timing?.some(({ after }) => after === other.id);
  while (waiting.length > 0) {
    const next = waiting.findIndex((each) => !waiting.some((other) => follows(each, other)));
    taken.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return taken;
}
