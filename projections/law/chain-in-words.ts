import { formatDay, MIN_DAY } from '../../src/time/day.js';
import type { Chain } from './chain.js';
import type { Node } from './knowledge.js';
import type { Limit } from './network.js';

/** A node as a sentence speaks of it: `"MIIT meeting"`, `the effective date of "US ban"`. */
export type Named = Pick<Node, 'earliest' | 'latest'> & { readonly name: string };

/** What a node of a development is called: its own date by that name, its `when` by its title alone. */
export function nameOfNode(title: string, node: string): string {
  if (node === 'when') return `"${title}"`;
  return `the ${node === 'inForce' ? 'entry into force' : `${node} date`} of "${title}"`;
}

/**
 * A chain as a sentence for people who are to mend it.
 * @param named the nodes that the chain is about, by index
 */
export function explainChain({ shape, limits }: Chain, named: readonly Named[]): string {
  const nodeOf = (node: number): Named => named[node] as Named;
  const sentence = shape === 'ring' ? explainRing(limits, nodeOf) : explainPath(limits, nodeOf);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** From the node that would be too early back to the one whose latest day makes it so. */
function explainPath(limits: readonly Limit[], nodeOf: (node: number) => Named): string {
  const last = nodeOf((limits.at(-1) as Limit).of);
  const first = nodeOf((limits[0] as Limit).by);
  const steps = limits.toReversed().map((limit) => `${lieOfLimited(limit)} ${nodeOf(limit.by).name}`);
  const day = limits.reduce((sum, { apart }) => sum + apart, first.latest);
  const would = day < MIN_DAY ? 'before the calendar begins' : `on ${formatDay(day)} at the latest`;
  const which = `which is on ${formatDay(first.latest)}${isExact(first) ? '' : ' at the latest'}`;
  const conclusion = `so ${last.name} would be ${would}`;
  const earliest = formatDay(last.earliest);
  return isExact(last)
    ? `${last.name} on ${earliest} is ${steps.join(', which is ')}, ${which}, ${conclusion}.`
    : `${last.name} is ${steps.join(', which is ')}, ${which}, ${conclusion}, yet it is on ${earliest} at the earliest.`;
}

const isExact = ({ earliest, latest }: Named): boolean => earliest === latest;

/** Round the ring, each node against the next, back to the first. */
function explainRing(limits: readonly Limit[], nodeOf: (node: number) => Named): string {
  const { name } = nodeOf((limits[0] as Limit).by);
  const steps = limits.map((limit) => `${lieOfLimiting(limit)} ${nodeOf(limit.of).name}`);
  const back = -limits.reduce((sum, { apart }) => sum + apart, 0);
  return `${name} is ${steps.join(', which is ')}: taken together, ${name} would be ${daysInWords(back)} before itself.`;
}

/** How the `of` of a limit lies to its `by`. */
function lieOfLimited({ apart }: Limit): string {
  if (apart > 0) return `at most ${daysInWords(apart)} after`;
  return apart < 0 ? `at least ${daysInWords(-apart)} before` : 'not after';
}

/** How the `by` of a limit lies to its `of`. */
function lieOfLimiting({ apart }: Limit): string {
  if (apart > 0) return `at most ${daysInWords(apart)} before`;
  return apart < 0 ? `at least ${daysInWords(-apart)} after` : 'not before';
}

const daysInWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
