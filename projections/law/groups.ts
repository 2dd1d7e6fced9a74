import type { Bond } from './knowledge.js';

/** For each node the smallest index in its connected group. */
export function groupsOf(nodeCount: number, bonds: readonly Bond[]): readonly number[] {
  const parent = Array.from({ length: nodeCount }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      // Halving the way keeps it short for those who come after.
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { later, earlier } of bonds) {
    const [a, b] = [root(later), root(earlier)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, index) => root(index));
}
