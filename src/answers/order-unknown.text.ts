import type { Node } from '../../projections/law/knowledge.js';
import type { Timing } from '../developments/timing.js';
import { formatDay } from '../time/day.js';

/** A development as far as it speaks of a fact. */
export interface Claimed {
  readonly title: string;
  /** What it says, as JSON. */
  readonly value: string;
  readonly range: Pick<Node, 'earliest' | 'latest'>;
}

/** What is unknown, what answers that leaves open, and what would settle it. */
export function orderUnknownInWords(fact: string, own: Claimed, other: Claimed, proposed?: Timing): string {
  const settled = proposed
    ? `If it came after the other, add ${JSON.stringify(proposed)} to its timing; if before, time the other after it.`
    : 'No timing would settle it: state a narrower date where one is known.';
  return `${dated(own)} and ${dated(other)} both speak of ${fact}, and which came first is not known. ${openBetween(own, other)} ${settled}`;
}

function openBetween({ value, range }: Claimed, other: Claimed): string {
  if (value === other.value) return `Both say ${value}, so only which of them it rests on is open.`;
  const from = formatDay(Math.max(range.earliest, other.range.earliest));
  if (range.latest === other.range.earliest && other.range.latest === range.earliest) {
    return 'Being of one day, the one that was recorded first is taken to have come first.';
  }
  return `From ${from} on ${value} and ${other.value} are both possible, as far as these two tell.`;
}

function dated({ title, range }: Claimed): string {
  const [earliest, latest] = [formatDay(range.earliest), formatDay(range.latest)];
  return `${JSON.stringify(title)} (${earliest === latest ? earliest : `${earliest} to ${latest}`})`;
}
