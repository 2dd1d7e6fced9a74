import { formatDay } from '../../../src/time/day.js';
import { EdtfError, parseEdtf } from '../../../src/time/edtf.js';
import { NO_BEGINNING, NO_END } from '../../time/days.js';
import type { Words } from '../../words/words-in.js';
import type { SayInForm } from '../words/form-words.js';

/** What a date in EDTF says, or what is wrong with it. */
export type DateReading =
  | { readonly says: string; readonly earliest: string; readonly latest: string; readonly remark?: string }
  | { readonly wrong: string };

/** A year or a month as it is on a calendar. */
const WHOLE = /^\d{4}(-(0\d|1[0-2]))?[~?%]?$/;
const QUALIFIERS = { '~': 'date.about', '?': 'date.doubtful', '%': 'date.about-doubtful' } as const;

/** @param text not empty */
export function readingOf(text: string, { dates }: Pick<Words, 'dates'>, say: SayInForm): DateReading {
  const range = rangeOf(text);
  if (typeof range === 'string') return { wrong: range };
  const { earliest, latest } = range;
  const remark = remarkOn(text, say);
  const what = dates.range(earliest, latest);
  const isOpen = earliest === NO_BEGINNING || latest === NO_END;
  const key =
    earliest === latest ? 'date.exactly' : isOpen ? 'date.open' : WHOLE.test(text) ? 'date.some-day' : 'date.one-of';
  return { says: say(key, { range: what }), earliest, latest, ...(remark && { remark }) };
}

/** Its days, or why it has none. */
export function rangeOf(text: string): { readonly earliest: string; readonly latest: string } | string {
  try {
    const { earliest, latest } = parseEdtf(text);
    return { earliest: formatDay(earliest), latest: formatDay(latest) };
  } catch (error) {
    if (error instanceof EdtfError) return error.message;
    throw error;
  }
}

function remarkOn(text: string, say: SayInForm): string | undefined {
  if (text.endsWith('..]')) return say('date.closed');
  const qualifier = text.at(-1);
  return qualifier === '~' || qualifier === '?' || qualifier === '%' ? say(QUALIFIERS[qualifier]) : undefined;
}
