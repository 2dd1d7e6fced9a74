import type { Day } from '../../src/time/day.js';
import { groupsOf } from './groups.js';
import { type Judgement, judge } from './judge.js';
import type { Assertion, Bond, Knowledge, Node } from './knowledge.js';
import { earliestOf, latestOf, lower } from './lowering.js';
import { ruledOut } from './ruled-out.js';
import { type Tightened, tighten } from './tighten.js';

/** How one assertion stands on a day. */
export interface Standing {
  /** The days it may be on, as bonds leave them. */
  readonly range: Node;
  /** Whether it is what counts: in every world, in some, in none. */
  readonly counts: 'definite' | 'possible' | 'no';
  /** Whether it has come by the day. */
  readonly come: 'yes' | 'maybe' | 'no';
  /**
   * Places of other assertions. Where it counts in some world: each of those that have come after it, and count, in
   * another. Where it has come and counts in none: those of which one or another has come after it in every world.
   */
  readonly followers: readonly number[];
  /** Bonds which show that it doesn't count, beside those that moved its days. */
  readonly bonds: readonly Bond[];
  /** What binds its day is contradictory, so that only the days themselves are looked at. */
  readonly contradictory: boolean;
}

export interface Standings {
  readonly judgement: Judgement;
  readonly tightened: Tightened;
  /** @param place of an assertion */
  readonly standingOf: (place: number) => Standing;
}

/** How assertions about a fact stand on a day, and so why it is judged as it is. */
export function standingsOn(knowledge: Knowledge, day: Day): Standings {
  const { assertions, nodes, bonds } = knowledge;
  const tightened = tighten(nodes, bonds);
  const judgement = judge(knowledge, day, tightened);
  const counting = new Set(judgement.because);
  const contradictory = contradictoryNodes(knowledge, tightened);
  const standingOf = (place: number): Standing => {
    const assertion = assertions[place] as Assertion;
    const range = tightened.nodes[assertion.node] as Node;
    const come = range.latest <= day ? 'yes' : range.earliest <= day ? 'maybe' : 'no';
    const standing = { range, come, contradictory: contradictory(assertion.node) } as const;
    if (counting.has(assertion)) {
      const counts = counting.size === 1 && judgement.values.length === 1 ? 'definite' : 'possible';
      const followers = counts === 'definite' ? [] : followersOf(place, day, assertions, tightened);
      const winners = followers.filter((other) => counting.has(assertions[other] as Assertion));
      return { ...standing, counts, followers: winners, bonds: [] };
    }
    const { by, bonds } = come === 'no' ? { by: [], bonds: [] } : ruledOut(day, assertions, tightened, place);
    return { ...standing, counts: 'no', followers: by, bonds };
  };
  return { judgement, tightened, standingOf };
}

/**
 * The assertions that come after one, by the day asked about, in some world. If one does, it does so in a world that has
 * the other as early as can be.
 */
function followersOf(
  place: number,
  day: Day,
  assertions: readonly Assertion[],
  { nodes, network }: Tightened,
): readonly number[] {
  const self = (assertions[place] as Assertion).node;
  const { earliest } = nodes[self] as Node;
  const days = latestOf(nodes);
  days[self] = earliest;
  if (network.order.length > 0) lower(network, [self], { days, floors: earliestOf(nodes) });
  return assertions.flatMap(({ node }, other) => {
    if (other === place || (nodes[node] as Node).earliest > day) return [];
    const comes = Math.min(day, days[node] as Day);
    return comes > earliest || (comes === earliest && other > place) ? [other] : [];
  });
}

function contradictoryNodes({ nodes, bonds }: Knowledge, { chains }: Tightened): (node: number) => boolean {
  if (chains.length === 0) return () => false;
  const groups = groupsOf(nodes.length, bonds);
  const without = new Set(chains.map(({ limits }) => groups[limits[0]?.by ?? -1]));
  return (node) => without.has(groups[node]);
}
