import { jcs } from '../../src/event-store/canonical.js';
import type { Day } from '../../src/time/day.js';
import type { Assertion, FactValue, Knowledge, Node } from './knowledge.js';
import { possibleOn } from './possible.js';
import { developmentsIn, tighten } from './tighten.js';

/** What holds on one day: every value that some world gives (`null` is unrecorded), and why. */
export interface Judgement {
  readonly values: readonly (FactValue | null)[];
  /** The assertions that some world lets count, in log order. */
  readonly because: readonly Assertion[];
  /** First day the possible assertions can have happened on, and the first by which one certainly has. */
  readonly since?: { readonly earliest: Day; readonly latest: Day };
  /** The days of the fact's nodes as the bonds leave them. */
  readonly ranges: readonly Node[];
  /** Developments whose dates contradict each other; their group is then judged by the plain ranges. */
  readonly contradiction?: readonly string[];
}

/**
 * The law of the state for one fact on one day.
 * @param tightened what its bonds leave, where that is known from another day
 */
export function judge({ assertions, nodes, bonds }: Knowledge, day: Day, tightened = tighten(nodes, bonds)): Judgement {
  const { nodes: ranges, chains } = tightened;
  const places = possibleOn(day, assertions, tightened);
  const because = places.map((place) => assertions[place] as Assertion).sort((a, b) => a.order - b.order);
  const values = distinct(because.map((assertion) => assertion.value));
  const range = ({ node }: Assertion): Node => ranges[node] as Node;
  const unrecorded = assertions.every((assertion) => range(assertion).latest > day);
  return {
    values: unrecorded ? [...values, null] : values,
    because,
    ranges,
    ...(because.length > 0 && {
      since: {
        earliest: Math.min(...because.map((each) => range(each).earliest)),
        latest: Math.min(...because.map((each) => range(each).latest)),
      },
    }),
    ...(chains.length > 0 && { contradiction: developmentsIn(chains, nodes) }),
  };
}

function distinct(values: readonly FactValue[]): readonly FactValue[] {
  const byText = new Map(values.map((value) => [jcs(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
