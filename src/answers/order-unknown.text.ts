import type { Node } from '../../projections/law/knowledge.js';
import type { Timing } from '../developments/timing.js';
import { formatDay } from '../time/day.js';
import type { OpenDays } from './unordered.js';

/** A development as far as it speaks of a fact. */
export interface Claimed {
  readonly title: string;
  /** What it says, as JSON. */
  readonly value: string;
  readonly range: Pick<Node, 'earliest' | 'latest'>;
}

/** What the unknown order leaves open. */
export interface Open {
  /** The days on which either may be what counts; undefined where there is none. */
  readonly days: OpenDays | undefined;
  /** The one that takes effect last where both are of one day. */
  readonly second: Claimed;
  /** Whether it does for having been recorded last. */
  readonly inLogOrder: boolean;
}

/** What is unknown, what answers that leaves open, and what would settle it. */
export function orderUnknownInWords(fact: string, own: Claimed, other: Claimed, open: Open, proposed?: Timing): string {
  const settled = proposed
    ? `If it came after the other, add ${JSON.stringify(proposed)} to its timing; if before, time the other after it.`
    : 'No timing would settle it: state a narrower date where one is known.';
  return `${dated(own)} and ${dated(other)} both speak of ${fact}, and which came first is not known. ${leftOpen(own, other, open)} ${settled}`;
}

function leftOpen(own: Claimed, other: Claimed, { days, second, inLogOrder }: Open): string {
  if (!days) {
    const why = inLogOrder ? 'recorded later, is' : 'by what it is timed after, is';
    return `On a day that both are of, ${JSON.stringify(second.title)}, ${why} taken to have come later, so it is never open which of them counts.`;
  }
  const both = `${onDays(days)} `;
  if (own.value === other.value) {
    return `Both say ${own.value}, so only which of them it rests on is open: ${both}either may be what counts.`;
  }
  return `${capitalised(both)}${own.value} and ${other.value} are both possible, as far as these two tell.`;
}

function onDays({ from, to }: OpenDays): string {
  if (to === undefined) return `from ${formatDay(from)} on`;
  return from === to ? `on ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(to)}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function dated({ title, range }: Claimed): string {
  const [earliest, latest] = [formatDay(range.earliest), formatDay(range.latest)];
  return `${JSON.stringify(title)} (${earliest === latest ? earliest : `${earliest} to ${latest}`})`;
}
