import type { Bond } from './knowledge.js';

/** One direction of a bond: `t[of] ≤ t[by] + apart`. */
export interface Limit {
  readonly by: number;
  readonly of: number;
  readonly apart: number;
  readonly bond: Bond;
}

/** Bonds made ready for lowering. */
export interface Network {
  /** By node: what its day limits. */
  readonly limits: readonly (readonly Limit[])[];
  /** Every node; of a bond the earlier before the later, unless bonds go in a ring. */
  readonly order: readonly number[];
}

export function networkOf(nodeCount: number, bonds: readonly Bond[]): Network {
  const limits = Array.from({ length: nodeCount }, (): Limit[] => []);
  for (const bond of bonds) {
    const { later, earlier, atLeast, atMost } = bond;
    limits[later]?.push({ by: later, of: earlier, apart: -atLeast, bond });
    if (atMost !== null) limits[earlier]?.push({ by: earlier, of: later, apart: atMost, bond });
  }
  const order: number[] = [];
  const placed = new Array<boolean>(nodeCount).fill(false);
  const place = (node: number): void => {
    if (placed[node]) return;
    placed[node] = true;
    for (const { of, bond } of limits[node] as readonly Limit[]) if (of === bond.earlier) place(of);
    order.push(node);
  };
  for (let node = 0; node < nodeCount; node++) place(node);
  return { limits, order };
}

/** The network in which days are counted backwards. */
export function mirrored({ limits, order }: Network): Network {
  const turned = limits.map((): Limit[] => []);
  for (const { by, of, apart, bond } of limits.flat()) turned[of]?.push({ by: of, of: by, apart, bond });
  return { limits: turned, order: order.toReversed() };
}
