import { quoted } from './edtf-proposal.js';
import { readRange } from './edtf-reader.js';
import { whyNotADate } from './edtf-refused-dates.js';
import { whyNotThisNotation } from './edtf-refused-notations.js';
import { whyNotASpan } from './edtf-refused-spans.js';

const DAY_MONTH_OR_YEAR = 'a day, month or year such as "2021-09-09", "2021-09" or "2021"';

/** One sentence for a text that readRange doesn't accept: what it is, and what to write instead. */
export function whyRefused(text: string): string {
  return `${quoted(text)} ${reason(text)}`;
}

function reason(text: string): string {
  if (text === '') return `is empty: write ${DAY_MONTH_OR_YEAR}`;
  return (
    whyNotADate(text) ??
    // Before white space, which a date with a time may contain; and before spans, since 2021/9/9 is not an interval.
    whyNotThisNotation(text) ??
    whyTheseCharacters(text) ??
    whyNotASpan(text) ??
    whyThisQualifier(text) ??
    `is not a date: write ${DAY_MONTH_OR_YEAR}`
  );
}

/** A text that only needs other characters: without white space, in ASCII, or with a capital X. */
function whyTheseCharacters(text: string): string | undefined {
  const ascii = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
  if (ascii.replace(/\s/g, '') !== text.replace(/\s/g, '')) {
    return mended('has characters outside ASCII', ascii.replace(/\s/g, ''));
  }
  if (/\s/.test(text)) return mended('contains white space', text.replace(/\s/g, ''));
  // Drafts of EDTF had u for an unknown digit.
  if (/[xu]/.test(text) && /^[-\dXxu~?%.,/[\]{}]+$/.test(text)) {
    return mended('needs a capital X for an unknown digit', text.replace(/[xu]/g, 'X'));
  }
  return undefined;
}

function whyThisQualifier(text: string): string | undefined {
  const qualifiers = new Set(text.match(/[~?%]/g));
  if (qualifiers.size === 0) return undefined;
  const qualifier = qualifiers.size > 1 ? '%' : [...qualifiers].join('');
  const bare = text.replace(/[~?%]/g, '');
  const questionMarksForDigits = text.replaceAll('?', 'X');
  const what = 'has a qualifier out of place (one of ~ ? % may stand, once and at the end)';
  const mended = [`${bare}${qualifier}`, questionMarksForDigits].find((each) => readRange(each) !== undefined);
  return mended === undefined ? `${what}, and without it ${reason(bare)}` : `${what}: write ${quoted(mended)}`;
}

function mended(what: string, text: string): string {
  return readRange(text) === undefined
    ? `${what}, and apart from that ${reason(text)}`
    : `${what}: write ${quoted(text)}`;
}
