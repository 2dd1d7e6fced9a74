import { type DevelopmentState, evolve } from '../src/developments/events.js';
import { kindNamed } from '../src/developments/kinds/index.js';
import { boundsOfTiming } from '../src/developments/timing.js';
import { upcast } from '../src/developments/upcast.js';
import { jcs } from '../src/event-store/canonical.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import type { Day } from '../src/time/day.js';
import { type DateRange, parseEdtf } from '../src/time/edtf.js';
import { keyOf } from './fact.js';
import type { FactValue } from './law/knowledge.js';
import { type Bond, connectedWith, hasWorld, type World, worldsOf } from './reference-worlds.js';

/**
 * The reference fold: the law of the state as it is written, by looking at every world. It is the specification and
 * far too slow for anything but small histories; whatever serves answers must equal it.
 */

interface Told extends DevelopmentState {
  readonly id: string;
  readonly order: number;
}
interface Assertion {
  readonly development: string;
  readonly order: number;
  readonly node: string;
  readonly value: FactValue;
}

/** What is so on a day: certainty follows from the possible values, `null` being unrecorded. */
export interface ReferenceFact {
  readonly values: readonly (FactValue | null)[];
  readonly because: readonly string[];
  readonly since?: { readonly earliest: Day; readonly latest: Day };
  readonly contradictory: boolean;
}

/** Every fact with an assertion known at `position`, on `day`. */
export function referenceState(
  events: readonly RecordedEvent[],
  day: Day,
  position: number,
): Map<string, ReferenceFact> {
  const told = inTieOrder(knownAt(events, position).filter((each) => !each.retracted));
  const byId = new Map(told.map((each) => [each.id, each]));
  const ranges = new Map<string, DateRange>();
  const bonds: Bond[] = [];
  const facts = new Map<string, Assertion[]>();
  for (const { id, order, version } of told) {
    const kind = kindNamed(version.kind);
    const fine = byId.get(kind?.fine?.(version.details) ?? '');
    ranges.set(`${id} when`, parseEdtf(version.when));
    if (fine) bonds.push(notBefore(`${id} when`, `${fine.id} when`));
    for (const timing of version.timing ?? []) {
      if (!byId.has(timing.after)) continue;
      bonds.push({ later: `${id} when`, earlier: `${timing.after} when`, ...boundsOfTiming(timing) });
    }
    for (const { node, date, notBeforeWhen } of kind?.dates?.(version.details) ?? []) {
      ranges.set(`${id} ${node}`, parseEdtf(date));
      if (notBeforeWhen) bonds.push(notBefore(`${id} ${node}`, `${id} when`));
    }
    const context = fine && { id: fine.id, party: fine.version.details.party as string };
    for (const effect of kind?.effects(version.details, { id, fine: context }) ?? []) {
      const assertion = { development: id, order, node: `${id} ${effect.node}`, value: effect.value };
      facts.set(keyOf(effect), [...(facts.get(keyOf(effect)) ?? []), assertion]);
    }
  }
  const satisfiable = bonds.filter(({ later }) => hasWorld(later, ranges, bonds));
  return new Map(
    [...facts].map(([key, assertions]) => {
      const stated = assertions.map(({ node }) => node);
      const group = connectedWith(stated, bonds);
      const contradictory = bonds.some((bond) => group.includes(bond.later) && !satisfiable.includes(bond));
      return [key, { ...judged(assertions, [...worldsOf(stated, ranges, satisfiable)], day), contradictory }];
    }),
  );
}

const notBefore = (later: string, earlier: string): Bond => ({ later, earlier, atLeast: 0, atMost: null });

function knownAt(events: readonly RecordedEvent[], position: number): Told[] {
  const told = new Map<string, Told>();
  for (const event of events) {
    const { stream, type, revision } = event.envelope;
    if (event.position > position || !stream.startsWith('development-')) continue;
    const before = told.get(stream);
    const state = evolve(before, { type, revision, data: upcast(event).data });
    told.set(stream, { ...state, id: stream.slice('development-'.length), order: before?.order ?? event.position });
  }
  return [...told.values()].sort((a, b) => a.order - b.order);
}

/** Repeatedly the first whose every `after`, and fine, has been taken if it is among them; a ring is broken at its first. */
function inTieOrder(inLogOrder: readonly Told[]): readonly Told[] {
  const waiting = [...inLogOrder];
  const taken: Told[] = [];
  const follows = ({ version }: Told, { id }: Told): boolean =>
    kindNamed(version.kind)?.fine?.(version.details) === id || !!version.timing?.some(({ after }) => after === id);
  while (waiting.length > 0) {
    const next = waiting.findIndex((each) => !waiting.some((other) => follows(each, other)));
    taken.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return taken;
}

function judged(
  assertions: readonly Assertion[],
  worlds: readonly World[],
  day: Day,
): Omit<ReferenceFact, 'contradictory'> {
  const winners = worlds.map((world) => winnerIn(world, assertions, day));
  const because = assertions.filter((each) => winners.includes(each));
  const values = new Map(winners.map((winner) => [winner ? jcs(winner.value) : '~', winner?.value ?? null]));
  const first = worlds.map((world) => Math.min(...because.map(({ node }) => world.get(node) as Day)));
  return {
    // '~' sorts after every JSON text, so that unrecorded comes last.
    values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value),
    because: [...new Set([...because].sort((a, b) => a.order - b.order).map((each) => each.development))],
    ...(because.length > 0 && { since: { earliest: Math.min(...first), latest: Math.max(...first) } }),
  };
}

/** The latest assertion on or before the day; on the same day the later in tie order. */
function winnerIn(world: World, assertions: readonly Assertion[], day: Day): Assertion | undefined {
  let winner: Assertion | undefined;
  for (const each of assertions) {
    const date = world.get(each.node) as Day;
    if (date <= day && (!winner || date >= (world.get(winner.node) as Day))) winner = each;
  }
  return winner;
}
