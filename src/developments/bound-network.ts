import { bondsOf, comesAfter, nodesOf, type OwnBond } from '../../projections/dates.js';
import { nameOfNode } from '../../projections/law/chain-in-words.js';
import type { Bond, Node } from '../../projections/law/knowledge.js';
import type { DevelopmentState } from './events.js';
import type { Writing } from './writing.js';

/** Developments by id, as a change would leave them: everything that is bound to the one that changes. */
export type Bound = ReadonlyMap<string, DevelopmentState>;

/** One unknown day, with what a sentence calls it. */
interface NamedNode extends Node {
  readonly name: string;
}

interface BoundNetwork {
  readonly nodes: readonly NamedNode[];
  readonly bonds: readonly Bond[];
}

/**
 * The development as `state` would have it, and all that is connected with it by timings and built-in orderings in the
 * log as it is now. Only who is timed after whom is asked of the views, which have to be at the head of the log.
 *
 * @param enough of how many developments to stop looking for more
 */
export async function boundTo(
  { directory, neighbours }: Pick<Writing, 'directory' | 'neighbours'>,
  id: string,
  state: DevelopmentState,
  enough = Number.POSITIVE_INFINITY,
): Promise<Bound> {
  const bound = new Map([[id, state]]);
  const looked = new Set([id]);
  const look = async (other: string): Promise<DevelopmentState | undefined> => {
    if (looked.has(other)) return undefined;
    looked.add(other);
    const found = await directory.development(other);
    // What is bound to something retracted is free of it.
    return found && !found.retracted ? found : undefined;
  };
  for (const [next, own] of bound) {
    for (const prior of comesAfter(own)) {
      const found = await look(prior);
      if (found) bound.set(prior, found);
    }
    for (const { id: later, role } of await neighbours.mentionsOf(next)) {
      if (bound.size >= enough) return bound;
      if (role !== 'after' && role !== 'fine') continue;
      const found = await look(later);
      if (!found) continue;
      // It may have been corrected since, or mention this one in vain.
      if (comesAfter(found).includes(next)) bound.set(later, found);
      else looked.delete(later);
    }
  }
  return bound;
}

/** The days of developments that are bound to others, and what binds them. */
export function networkOf(bound: Bound): BoundNetwork {
  const bonds = [...bound].flatMap(([id, state]) =>
    bondsOf(state)
      .filter(({ prior }) => prior === undefined || bound.has(prior))
      .map((bond) => ({ ...bond, id })),
  );
  const isBound = new Set(bonds.flatMap((bond) => [laterOf(bond), earlierOf(bond)]));
  const nodes: NamedNode[] = [];
  const places = new Map<string, number>();
  for (const [id, state] of bound) {
    for (const { node, range } of nodesOf(state)) {
      const name = nameOf(id, node);
      if (!isBound.has(name)) continue;
      places.set(name, nodes.length);
      nodes.push({ development: id, ...range, name: nameOfNode(state.version.title, node) });
    }
  }
  return {
    nodes,
    bonds: bonds.map((bond) => ({
      later: places.get(laterOf(bond)) as number,
      earlier: places.get(earlierOf(bond)) as number,
      atLeast: bond.atLeast,
      atMost: bond.atMost,
    })),
  };
}

type BondOf = OwnBond & { readonly id: string };
const nameOf = (id: string, node: string): string => `${id} ${node}`;
const laterOf = ({ id, node }: BondOf): string => nameOf(id, node);
const earlierOf = ({ id, prior = id, priorNode }: BondOf): string => nameOf(prior, priorNode);
