import type { Chain } from './chain.js';
import type { Bond, Node } from './knowledge.js';
import type { Limit } from './network.js';

/**
 * Developments each of which comes after the next, and the last after the first: whatever days lie between them, none
 * can come first in tie order. What binds a development's own dates has no part in that.
 * @returns a ring for every connected group that holds one
 */
export function ringsIn(nodes: readonly Node[], bonds: readonly Bond[], groups: readonly number[]): readonly Chain[] {
  const prior = priorsInRings(nodes, bonds);
  const rings = new Map<number, Chain>();
  for (const start of [...prior.keys()].sort((a, b) => a - b)) {
    const group = groups[start] as number;
    if (!rings.has(group)) rings.set(group, ringFrom(start, prior));
  }
  return [...rings.values()];
}

/** For each node from which there is no way to a first one: a bond that leads on to another such node. */
function priorsInRings(nodes: readonly Node[], bonds: readonly Bond[]): ReadonlyMap<number, Bond> {
  const between = bonds.filter(({ later, earlier }) => nodes[later]?.development !== nodes[earlier]?.development);
  const followers = new Map<number, number[]>();
  const open = new Map<number, number>();
  for (const { later, earlier } of between) {
    open.set(later, (open.get(later) ?? 0) + 1);
    const known = followers.get(earlier);
    if (known) known.push(later);
    else followers.set(earlier, [later]);
  }
  const taken = [...followers.keys()].filter((node) => !open.has(node));
  for (const node of taken) {
    for (const follower of followers.get(node) ?? []) {
      const left = (open.get(follower) as number) - 1;
      open.set(follower, left);
      if (left === 0) taken.push(follower);
    }
  }
  const isLeft = (node: number): boolean => (open.get(node) ?? 0) > 0;
  return new Map(
    between.filter((bond) => isLeft(bond.later) && isLeft(bond.earlier)).map((bond) => [bond.later, bond]),
  );
}

function ringFrom(start: number, prior: ReadonlyMap<number, Bond>): Chain {
  const walked: Limit[] = [];
  const places = new Map<number, number>();
  let by = start;
  for (; !places.has(by); by = (prior.get(by) as Bond).earlier) {
    const bond = prior.get(by) as Bond;
    places.set(by, walked.length);
    walked.push({ by, of: bond.earlier, apart: -bond.atLeast, bond });
  }
  return { shape: 'ring', limits: walked.slice(places.get(by)) };
}
