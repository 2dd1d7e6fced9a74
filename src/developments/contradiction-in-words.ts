import type { Chain, Limit } from '../../projections/law/chain.js';
import { formatDay } from '../time/day.js';
import type { NamedNode } from './bound-network.js';

/** Why no dates fit, as a sentence: which day can't be because of which, and because of which that. */
export function contradictionInWords({ shape, limits }: Chain, nodes: readonly NamedNode[]): string {
  const at = (place: number): NamedNode => nodes[place] as NamedNode;
  const backwards = [...limits].reverse();
  const clauses = backwards.map((limit) => `${relationOf(limit)} ${calledBy(at(limit.by))}`).join(', which is ');
  const [first, last] = [at((backwards[0] as Limit).of), at((limits[0] as Limit).by)];
  if (shape === 'ring') return `${calledBy(first)} is ${clauses} itself: no dates fit that.`;
  const [earliest, latest] = [formatDay(first.earliest), formatDay(last.latest)];
  return `${calledBy(first)} is on ${earliest} at the earliest, but it is ${clauses}, which is on ${latest} at the latest.`;
}

/** Why there is no order, as a sentence. @param titles along the ring; each comes after the next */
export const ringInWords = (titles: readonly string[]): string =>
  `${[...titles, titles[0]].map((title) => JSON.stringify(title)).join(' comes after ')}: that goes round in a ring.`;

const calledBy = ({ title, name }: NamedNode): string =>
  name === 'when' ? JSON.stringify(title) : `the day "${name}" of ${JSON.stringify(title)}`;

/** How the day that is limited lies to the one that limits it. */
function relationOf({ of, apart, bond }: Limit): string {
  if (apart === 0) return 'not after';
  return of === bond.later ? `at most ${days(apart)} after` : `at least ${days(-apart)} before`;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
