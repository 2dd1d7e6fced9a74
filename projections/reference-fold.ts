import { type DevelopmentState, evolve } from '../src/developments/events.js';
import { kindNamed } from '../src/developments/kinds/index.js';
import { upcast } from '../src/developments/upcast.js';
import { jcs } from '../src/event-store/canonical.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import type { Day } from '../src/time/day.js';
import { type DateRange, parseEdtf } from '../src/time/edtf.js';
import { keyOf } from './fact.js';
import type { FactValue } from './law/knowledge.js';

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
type Before = readonly [earlier: string, later: string];
type World = ReadonlyMap<string, Day>;

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
  const befores: Before[] = [];
  const facts = new Map<string, Assertion[]>();
  for (const { id, order, version } of told) {
    const kind = kindNamed(version.kind);
    const fine = byId.get(kind?.fine?.(version.details) ?? '');
    ranges.set(`${id} when`, parseEdtf(version.when));
    if (fine) befores.push([`${fine.id} when`, `${id} when`]);
    for (const { node, date, notBeforeWhen } of kind?.dates?.(version.details) ?? []) {
      ranges.set(`${id} ${node}`, parseEdtf(date));
      if (notBeforeWhen) befores.push([`${id} when`, `${id} ${node}`]);
    }
    const context = fine && { id: fine.id, party: fine.version.details.party as string };
    for (const effect of kind?.effects(version.details, { id, fine: context }) ?? []) {
      const assertion = { development: id, order, node: `${id} ${effect.node}`, value: effect.value };
      facts.set(keyOf(effect), [...(facts.get(keyOf(effect)) ?? []), assertion]);
    }
  }
  return new Map([...facts].map(([key, assertions]) => [key, judged(assertions, ranges, befores, day)]));
}

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

function inTieOrder(inLogOrder: readonly Told[]): readonly Told[] {
  const waiting = [...inLogOrder];
  const taken: Told[] = [];
  const follows = ({ version }: Told): string | undefined => kindNamed(version.kind)?.fine?.(version.details);
  while (waiting.length > 0) {
    const next = waiting.findIndex((each) => !waiting.some((other) => other.id === follows(each)));
    taken.push(...waiting.splice(next, 1));
  }
  return taken;
}

function judged(
  assertions: readonly Assertion[],
  ranges: ReadonlyMap<string, DateRange>,
  befores: readonly Before[],
  day: Day,
): ReferenceFact {
  const { nodes, within } = groupsOf(assertions, befores);
  let worlds = worldsOf(nodes, ranges, within);
  const contradictory = worlds.length === 0;
  if (contradictory)
    worlds = worldsOf(
      nodes,
      ranges,
      within.filter((each) => satisfiable(each, ranges, within)),
    );
  const winners = worlds.map((world) => winnerIn(world, assertions, day));
  const because = assertions.filter((each) => winners.includes(each));
  const values = new Map(winners.map((winner) => [winner ? jcs(winner.value) : '~', winner?.value ?? null]));
  const first = worlds.map((world) => Math.min(...because.map(({ node }) => world.get(node) as Day)));
  return {
    // '~' sorts after every JSON text, so that unrecorded comes last.
    values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value),
    because: [...new Set([...because].sort((a, b) => a.order - b.order).map((each) => each.development))],
    ...(because.length > 0 && { since: { earliest: Math.min(...first), latest: Math.max(...first) } }),
    contradictory,
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

function groupsOf(assertions: readonly Assertion[], befores: readonly Before[]): { nodes: string[]; within: Before[] } {
  const nodes = new Set(assertions.map((each) => each.node));
  for (let size = 0; size !== nodes.size; ) {
    size = nodes.size;
    for (const pair of befores) if (pair.some((node) => nodes.has(node))) for (const node of pair) nodes.add(node);
  }
  return { nodes: [...nodes], within: befores.filter(([node]) => nodes.has(node)) };
}

function worldsOf(
  nodes: readonly string[],
  ranges: ReadonlyMap<string, DateRange>,
  befores: readonly Before[],
): readonly World[] {
  let worlds: World[] = [new Map()];
  for (const node of nodes) {
    const { earliest, latest } = ranges.get(node) as DateRange;
    const days = Array.from({ length: latest - earliest + 1 }, (_, index) => earliest + index);
    worlds = worlds
      .flatMap((world) => days.map((date) => new Map(world).set(node, date)))
      .filter((world) => befores.every(([a, b]) => (world.get(a) ?? -Infinity) <= (world.get(b) ?? Infinity)));
  }
  return worlds;
}

/** Whether the group of one ordering has a world by itself. */
function satisfiable([node]: Before, ranges: ReadonlyMap<string, DateRange>, befores: readonly Before[]): boolean {
  const { nodes, within } = groupsOf([{ node } as Assertion], befores);
  return worldsOf(nodes, ranges, within).length > 0;
}
