import { formatDay } from './day.js';
import { quoted, setInDays, write } from './edtf-proposal.js';
import { readRange } from './edtf-reader.js';
import { whyNotADate } from './edtf-refused-dates.js';

const EXAMPLE = '[2021-09-01..2021-10-31]';
const ONE_DEVELOPMENT_EACH = 'if each is meant, record one development for each; if one of them is';

/** Why a text with the marks of a list, set or interval is refused; undefined for a text without them. */
export function whyNotASpan(text: string): string | undefined {
  if (/[{}]/.test(text)) {
    return `is a list of dates: ${ONE_DEVELOPMENT_EACH}, ${write(setOfMembers(text.replace(/[{}]/g, '')), EXAMPLE)}`;
  }
  if (/[[\]]/.test(text)) return whyNotASet(text);
  if (text.includes('/')) {
    const ends = text.split('/').map((end) => (end === '..' ? '' : end));
    return `is an interval, which lasts, and this is one day: for a day between its ends ${write(setOf(ends), EXAMPLE)}`;
  }
  if (text.includes('..')) {
    return `is a set of possible days without its brackets: ${write(setOf(text.split('..')), EXAMPLE)}`;
  }
  return undefined;
}

function whyNotASet(text: string): string {
  if (text.includes(',')) {
    const set = setOfMembers(text.replace(/[[\]]/g, ''));
    return `is a list of possible dates: ${ONE_DEVELOPMENT_EACH}, ${write(set, EXAMPLE)}`;
  }
  if (/[~?%]/.test(text)) {
    return `has a qualifier in or on a set, which cannot have one: ${write(text.replace(/[~?%]/g, ''), EXAMPLE)}`;
  }
  const inside = /^\[(.*)\]$/.exec(text)?.[1];
  const [from, to, ...more] = inside?.split('..') ?? [];
  if (inside === undefined || from === undefined || more.length > 0)
    return `is not a set: ${write(undefined, EXAMPLE)}`;
  if (to === undefined) return `is a set with one member: ${write(inside, '2021-09')}`;
  if (from === '' && to === '') return 'is a set open at both ends: write one end, or "XXXX" for any day at all';
  return whyTheseEnds(from, to);
}

function whyTheseEnds(from: string, to: string): string {
  for (const end of [from, to]) {
    const reason = whyNotADate(end);
    if (reason !== undefined) return `has the end ${quoted(end)}, which ${reason}`;
  }
  const swapped = `[${to}..${from}]`;
  if (readRange(swapped) !== undefined) return `ends before it begins: ${write(swapped, EXAMPLE)}`;
  return `needs ends that are both years, both months or both days, in full: ${write(setInDays(from, to), EXAMPLE)}`;
}

/** The dates as the ends of a set, as they are written where a set allows it, or else as days. */
function setOf([from, to, ...more]: readonly string[]): string | undefined {
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const set = `[${from}..${to}]`;
  return readRange(set) === undefined ? setInDays(from, to) : set;
}

/** The set from the first to the last day of dates separated by commas, each a date or itself `a..b`. */
function setOfMembers(members: string): string | undefined {
  const ranges = members.split(',').map((member) => readRange(member.includes('..') ? `[${member}]` : member));
  const known = ranges.filter((range) => range !== undefined);
  if (known.length < ranges.length) return undefined;
  const earliest = known.reduce((least, range) => Math.min(least, range.earliest), Number.POSITIVE_INFINITY);
  const latest = known.reduce((greatest, range) => Math.max(greatest, range.latest), Number.NEGATIVE_INFINITY);
  return `[${formatDay(earliest)}..${formatDay(latest)}]`;
}
