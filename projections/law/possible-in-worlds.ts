import type { Day } from '../../src/time/day.js';
import { groupsOf } from './groups.js';
import type { Assertion, Node } from './knowledge.js';
import { type Days, lower } from './lowering.js';
import type { Limit } from './network.js';
import type { Tightened } from './tighten.js';

/** An assertion that may count, on the latest day that it can have come by the one asked about. */
interface Candidate {
  readonly place: number;
  readonly chosen: Day;
}

/** A connected group that holds assertions of the fact, its nodes numbered by themselves. */
interface Part {
  /** By place: its assertions' nodes, in tie order. */
  readonly stated: Map<number, number>;
  readonly latest: Days;
  readonly floors: Days;
  readonly order: number[];
  readonly limits: (readonly Limit[])[];
}

/**
 * Those of the candidates that count on `day` in some world.
 *
 * Groups go their own ways, so a candidate counts in some world if its own group has one in which it does, and each
 * other group has one in which nothing wins against it: for what is bound to nothing the ranges have said so. The later
 * a candidate's (day, place), the less wins against it. So each group has a first candidate from which on it lets all
 * others count, and halving finds that without asking about each.
 *
 * @param candidates places of those that count as far as the ranges tell
 */
export function possibleInWorlds(
  day: Day,
  assertions: readonly Assertion[],
  tightened: Tightened,
  candidates: readonly number[],
): readonly number[] {
  const partOf = partsOf(assertions, tightened);
  const latestOf = (place: number): Day => (tightened.nodes[(assertions[place] as Assertion).node] as Node).latest;
  const inOrder = candidates
    .map((place): Candidate => ({ place, chosen: Math.min(day, latestOf(place)) }))
    .sort((a, b) => a.chosen - b.chosen || a.place - b.place);
  const letsFrom = new Map(
    [...new Set(partOf.values())].map((part) => [part, firstLet(inOrder, (each) => hasWorld(part, day, each))]),
  );
  const [strictest, next] = [...letsFrom].sort(([, a], [, b]) => b - a);
  return inOrder
    .filter((each, rank) => {
      const part = partOf.get(each.place);
      const [, from] = (part !== undefined && part === strictest?.[0] ? next : strictest) ?? [part, 0];
      return rank >= from && (part === undefined || countsAtOnce(part, day, each) || countsIn(part, day, each));
    })
    .map(({ place }) => place)
    .sort((a, b) => a - b);
}

/** The rank of the first that is let, where all after one that is let are. */
function firstLet(inOrder: readonly Candidate[], isLet: (candidate: Candidate) => boolean): number {
  let [low, high] = [0, inOrder.length];
  // Most groups are in no one's way.
  for (let rank = 0; low < high; rank = (low + high) >> 1) {
    if (isLet(inOrder[rank] as Candidate)) high = rank;
    else low = rank + 1;
  }
  return low;
}

/** By the place of an assertion that is bound to anything: its group. */
function partsOf(assertions: readonly Assertion[], { nodes, network }: Tightened): ReadonlyMap<number, Part> {
  const { limits, order } = network;
  const groups = groupsOf(
    nodes.length,
    limits.flat().map(({ bond }) => bond),
  );
  const parts = new Map<number, Part>();
  const partOf = new Map<number, Part>();
  for (const { node } of assertions) {
    const group = groups[node] as number;
    // Where no day that is stated limits another, the ranges that bonds leave say all.
    if (parts.has(group) || limits[node]?.length === 0) continue;
    parts.set(group, { stated: new Map(), latest: [], floors: [], order: [], limits: [] });
  }
  const own = new Map<number, number>();
  const within = order.filter((node) => parts.has(groups[node] as number));
  for (const node of within) {
    const { latest, floors, order } = parts.get(groups[node] as number) as Part;
    own.set(node, order.length);
    order.push(order.length);
    latest.push((nodes[node] as Node).latest);
    floors.push((nodes[node] as Node).earliest);
  }
  for (const node of within) {
    const turned = (limits[node] as readonly Limit[]).map((limit): Limit => {
      return { ...limit, by: own.get(limit.by) as number, of: own.get(limit.of) as number };
    });
    parts.get(groups[node] as number)?.limits.push(turned);
  }
  for (const [place, { node }] of assertions.entries()) {
    const part = parts.get(groups[node] as number);
    if (!part) continue;
    part.stated.set(place, own.get(node) as number);
    partOf.set(place, part);
  }
  return partOf;
}

/**
 * The latest days, all moved back until the chosen one is on its day but none past its earliest, are a world as well:
 * the later of two solutions is one. Most often the chosen one counts there, and that settles it.
 */
function countsAtOnce({ stated, latest, floors }: Part, day: Day, { place, chosen }: Candidate): boolean {
  const back = (latest[stated.get(place) as number] as Day) - chosen;
  for (const [other, node] of stated) {
    const date = Math.max((latest[node] as Day) - back, floors[node] as Day);
    if (date > day || date < chosen || (date === chosen && other <= place)) continue;
    return false;
  }
  return true;
}

/** Whether a world has the candidate, which is of the group, count. */
const countsIn = (part: Part, day: Day, candidate: Candidate): boolean =>
  hasWorld(part, day, candidate, part.stated.get(candidate.place));

/**
 * Whether the group has a world in which none of its assertions wins against the candidate: lowers each that has come
 * due to the chosen day (a day before it if it would win the tie), until nothing moves.
 * @param self the candidate's node, if that is of the group; put on the chosen day
 */
function hasWorld(part: Part, day: Day, { place, chosen }: Candidate, self?: number): boolean {
  const { stated, floors } = part;
  const days = part.latest.slice();
  const moved: number[] = [];
  if (self !== undefined) {
    days[self] = chosen;
    moved.push(self);
  }
  const caps = days.map(() => Number.POSITIVE_INFINITY);
  for (const [other, node] of stated) {
    const cap = other > place ? chosen - 1 : chosen;
    caps[node] = cap;
    if ((days[node] as Day) > day || (days[node] as Day) <= cap) continue;
    if (cap < (floors[node] as Day)) return false;
    days[node] = cap;
    moved.push(node);
  }
  // Nothing moves but on account of those. What comes back to lower the chosen one is a ring, which leaves no world; no
  // other ring does so, since the bonds leave one.
  const kept = self === undefined ? floors : floors.with(self, chosen);
  return lower(part, moved, { days, floors: kept, due: { day, caps } });
}
