import { kindNamed } from '../src/developments/kinds/index.js';
import { boundsOfTiming } from '../src/developments/timing.js';
import { jcs } from '../src/event-store/canonical.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import type { Day } from '../src/time/day.js';
import { type DateRange, parseEdtf } from '../src/time/edtf.js';
import { keyOf } from './fact.js';
import type { FactValue } from './law/knowledge.js';
import { fineOf, type Told, toldAt } from './reference-told.js';
import { type Bond, connectedWith, hasWorld, type Ranges, type World, worldsOf } from './reference-worlds.js';

/**
 * The reference fold: the law of the state as it is written, by looking at every world. It is the specification and
 * far too slow for anything but small histories; whatever serves answers must equal it.
 */

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
  readonly since?: DateRange;
  readonly contradictory: boolean;
  /** Every date that those it rests on hang together with. */
  readonly group: readonly string[];
}

/** Every fact with an assertion known at `position`, on `day`. */
export function referenceState(
  events: readonly RecordedEvent[],
  day: Day,
  position: number,
): Map<string, ReferenceFact> {
  const told = toldAt(events, position);
  const { ranges, bonds } = datesOf(told);
  const satisfiable = satisfiableAmong(bonds, ranges);
  const facts = new Map<string, Assertion[]>();
  for (const { id, order, version } of told) {
    const fine = fineOf(version, told);
    const context = fine && { id: fine.id, party: fine.version.details.party as string };
    for (const effect of kindNamed(version.kind)?.effects(version.details, { id, fine: context }) ?? []) {
      const assertion = { development: id, order, node: `${id} ${effect.node}`, value: effect.value };
      facts.set(keyOf(effect), [...(facts.get(keyOf(effect)) ?? []), assertion]);
    }
  }
  return new Map(
    [...facts].map(([key, assertions]) => {
      const stated = assertions.map(({ node }) => node);
      const group = connectedWith(stated, bonds);
      const contradictory = bonds.some((bond) => group.includes(bond.later) && !satisfiable.includes(bond));
      return [key, { ...judged(assertions, [...worldsOf(stated, ranges, satisfiable)], day), contradictory, group }];
    }),
  );
}

/** The days that timings leave each development known at `position` and not retracted. */
export function referenceDates(events: readonly RecordedEvent[], position: number): Map<string, DateRange> {
  const told = toldAt(events, position);
  const { ranges, bonds } = datesOf(told);
  const satisfiable = satisfiableAmong(bonds, ranges);
  return new Map(
    told.map(({ id }) => {
      const node = `${id} when`;
      const days = [...worldsOf([node], ranges, satisfiable)].map((world) => world.get(node) as Day);
      return [id, { earliest: Math.min(...days), latest: Math.max(...days) }];
    }),
  );
}

/** What each date may be by itself, and what binds dates to each other. */
function datesOf(told: readonly Told[]): { readonly ranges: Ranges; readonly bonds: readonly Bond[] } {
  const ranges = new Map<string, DateRange>();
  const bonds: Bond[] = [];
  for (const { id, version } of told) {
    ranges.set(`${id} when`, parseEdtf(version.when));
    const fine = fineOf(version, told);
    if (fine) bonds.push(notBefore(`${id} when`, `${fine.id} when`));
    for (const timing of version.timing ?? []) {
      if (!told.some((other) => other.id === timing.after)) continue;
      bonds.push({ later: `${id} when`, earlier: `${timing.after} when`, ...boundsOfTiming(timing) });
    }
    for (const { node, date, notBeforeWhen } of kindNamed(version.kind)?.dates?.(version.details) ?? []) {
      ranges.set(`${id} ${node}`, parseEdtf(date));
      if (notBeforeWhen) bonds.push(notBefore(`${id} ${node}`, `${id} when`));
    }
  }
  return { ranges, bonds };
}

/** The bonds of groups that have a world, and where no development comes, by way of others, after itself. */
const satisfiableAmong = (bonds: readonly Bond[], ranges: Ranges): readonly Bond[] =>
  bonds.filter(({ later }) => hasWorld(later, ranges, bonds) && !hasRing(connectedWith([later], bonds), bonds));

/** Whether going on from one of the nodes to what it comes after leads back to it; a development's own dates aside. */
function hasRing(nodes: readonly string[], bonds: readonly Bond[]): boolean {
  const developmentOf = (node: string): string => node.slice(0, node.indexOf(' '));
  const between = bonds.filter(({ later, earlier }) => developmentOf(later) !== developmentOf(earlier));
  return nodes.some((node) => {
    const priors = new Set(between.filter(({ later }) => later === node).map(({ earlier }) => earlier));
    for (const prior of priors) {
      for (const { later, earlier } of between) if (later === prior) priors.add(earlier);
    }
    return priors.has(node);
  });
}

const notBefore = (later: string, earlier: string): Bond => ({ later, earlier, atLeast: 0, atMost: null });

function judged(
  assertions: readonly Assertion[],
  worlds: readonly World[],
  day: Day,
): Omit<ReferenceFact, 'contradictory' | 'group'> {
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
