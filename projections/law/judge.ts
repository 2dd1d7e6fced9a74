import { jcs } from '../../src/event-store/canonical.js';
import type { Day } from '../../src/time/day.js';
import { contradictionIn, groupsOf } from './groups.js';
import type { Assertion, FactValue, Knowledge } from './knowledge.js';
import { earliestDays, isPossible, latestDays } from './lowering.js';

/** What holds on one day: every value that some world gives (`null` is unrecorded), and why. */
export interface Judgement {
  readonly values: readonly (FactValue | null)[];
  /** The assertions that some world lets count, in log order. */
  readonly because: readonly Assertion[];
  /** First day the possible assertions can have happened on, and the first by which one certainly has. */
  readonly since?: { readonly earliest: Day; readonly latest: Day };
  /** Developments whose dates contradict each other; their group is then judged by the plain ranges. */
  readonly contradiction?: readonly string[];
}

/** The law of the state for one fact on one day. */
export function judge(knowledge: Knowledge, day: Day): Judgement {
  const conflict = knowledge.bonds.length === 0 ? undefined : contradictionIn(knowledge.nodes, knowledge.bonds);
  if (!conflict) return judgeConsistent(knowledge, day);
  const groupOf = groupsOf(knowledge.nodes.length, knowledge.bonds);
  const bonds = knowledge.bonds.filter((bond) => !conflict.groups.has(groupOf[bond.later] as number));
  const contradiction = [...new Set(conflict.chain.map((node) => knowledge.nodes[node]?.development as string))];
  return { ...judgeConsistent({ ...knowledge, bonds }, day), contradiction };
}

function judgeConsistent(knowledge: Knowledge, day: Day): Judgement {
  const { assertions, nodes, bonds } = knowledge;
  const bound = bonds.length > 0;
  const latest = (bound && latestDays(nodes, bonds)) || nodes.map((node) => node.latest);
  const earliest = (bound && earliestDays(nodes, bonds)) || nodes.map((node) => node.earliest);
  const counting = bound
    ? assertions.filter((_, index) => isPossible(knowledge, index, day))
    : possibleUnbound(knowledge, day);
  const because = [...counting].sort((a, b) => a.order - b.order);
  const values = distinct(because.map((assertion) => assertion.value));
  const unrecorded = assertions.every(({ node }) => (latest[node] as Day) > day);
  return {
    values: unrecorded ? [...values, null] : values,
    because,
    ...(because.length > 0 && {
      since: {
        earliest: Math.min(...because.map(({ node }) => earliest[node] as Day)),
        latest: Math.min(...because.map(({ node }) => latest[node] as Day)),
      },
    }),
  };
}

/**
 * Where no node is bound to another: of the assertions certain by `day`, the last in (earliest day, tie order) is the
 * floor; another counts if it can have come on or after it by `day`.
 */
function possibleUnbound({ assertions, nodes }: Knowledge, day: Day): readonly Assertion[] {
  let floor = -1;
  let floorDay = Number.NEGATIVE_INFINITY;
  for (const [index, { node }] of assertions.entries()) {
    const { earliest, latest } = nodes[node] as { earliest: Day; latest: Day };
    if (latest <= day && earliest >= floorDay) [floor, floorDay] = [index, earliest];
  }
  return assertions.filter(({ node }, index) => {
    const { earliest, latest } = nodes[node] as { earliest: Day; latest: Day };
    const chosen = Math.min(day, latest);
    return earliest <= day && (chosen > floorDay || (chosen === floorDay && index >= floor));
  });
}

function distinct(values: readonly FactValue[]): readonly FactValue[] {
  const byText = new Map(values.map((value) => [jcs(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
