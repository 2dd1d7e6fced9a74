import type { FactValue } from '../asking/answers.js';
import { NO_BEGINNING } from '../time/days.js';
import type { WordKey } from './dictionary.js';
import type { Names } from './names.js';
import type { Words } from './words-in.js';

const ASKED: ReadonlySet<string> = new Set([
  'links',
  'payment',
  'obligation',
  'penalty',
  'availability',
  'storefront',
  'data-location',
  'data-centre',
  'programme',
  'presence',
  'deal',
  'proceeding',
  'owner',
  'instrument',
]);

export interface FactName {
  readonly predicate: string;
  readonly subject: string;
  readonly object?: string;
}

/** Of a key predicate:subject[:object]. */
export function factName(key: string): FactName {
  const [predicate = '', subject = '', ...rest] = key.split(':');
  return { predicate, subject, ...(rest.length > 0 && { object: rest.join(':') }) };
}

/** A fact as a question. */
export function questionOf({ predicate, subject, object = '' }: FactName, words: Words, names: Names): string {
  // What is no key of a fact is said as it stands.
  if (subject === '') return `“${predicate}”`;
  const fill = { subject: names.of(subject), object: names.of(object) };
  if (ASKED.has(predicate)) return words.say(`asks.${predicate}` as WordKey, fill);
  const about = object === '' ? fill.subject : `${fill.subject} · ${fill.object}`;
  return `${words.word('predicate', predicate)}: ${about}`;
}

/** Whom a fact is about, for lists that say its predicate above. */
export function aboutWhom({ predicate, subject, object }: FactName, names: Names): string {
  if (object === undefined || predicate === 'penalty') return names.of(subject);
  return `${names.of(subject)} → ${names.of(object)}`;
}

/** A value in words; null stands for unrecorded. */
export function valueWords(value: FactValue | null, { predicate }: FactName, words: Words, names: Names): string {
  if (value === null) return words.say('certainty.unrecorded');
  if (typeof value !== 'string') return moneyWords(value, words);
  if (predicate === 'owner' && value !== 'none') return names.of(value);
  // Of a proceeding “open” is no way that opens: it is pending.
  const own = `value.${predicate}.${value}`;
  return words.has(own) ? words.say(own) : words.word('value', value);
}

export function moneyWords(money: Exclude<FactValue, string>, words: Words): string {
  const amount = boundsWords(money, words);
  return money.approximate ? words.say('money.about', { amount }) : amount;
}

function boundsWords(money: Exclude<FactValue, string>, words: Words): string {
  // As a text, for a number would lose digits.
  const amount = (value: string): string =>
    new Intl.NumberFormat(words.language === 'en' ? 'en-GB' : 'zh-CN', {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: 'code',
      maximumFractionDigits: 20,
      minimumFractionDigits: 0,
    }).format(value as `${number}`);
  if (money.value !== undefined) return amount(money.value);
  if (money.atLeast !== undefined && money.atMost !== undefined) {
    return `${amount(money.atLeast)} – ${amount(money.atMost)}`;
  }
  if (money.atLeast !== undefined) return `≥ ${amount(money.atLeast)}`;
  return money.atMost === undefined ? '?' : `≤ ${amount(money.atMost)}`;
}

/** How a value looks: whether a way is open, shut, or in between. */
export type Tone = 'open' | 'shut' | 'pending' | 'plain' | 'unrecorded';

const TONES: Readonly<Record<string, Tone>> = {
  allowed: 'open',
  accepted: 'open',
  available: 'open',
  open: 'open',
  complied: 'open',
  agreed: 'open',
  blocked: 'shut',
  ended: 'shut',
  banned: 'shut',
  removed: 'shut',
  closed: 'shut',
  announced: 'pending',
  expected: 'pending',
  ordered: 'pending',
  committed: 'pending',
  'ban-ordered': 'pending',
  'closure-ordered': 'pending',
  talks: 'pending',
  adopted: 'pending',
};

/** Where a value looks other than elsewhere. */
const TONES_OF: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  proceeding: { open: 'pending', closed: 'plain' },
};

export const toneOf = (value: FactValue | null, predicate: string): Tone => {
  if (value === null) return 'unrecorded';
  const own = typeof value === 'string' ? TONES_OF[predicate]?.[value] : undefined;
  return own ?? (typeof value === 'string' ? TONES[value] : undefined) ?? 'plain';
};

/** Since when a definite value holds. */
export function sinceWords(
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
  { say, dates }: Words,
  length: 'short' | 'long',
): string {
  const [day, range] = length === 'short' ? [dates.shortDay, dates.shortRange] : [dates.day, dates.range];
  return earliest === NO_BEGINNING
    ? say('since.or-before', { day: day(latest) })
    : say('since', { range: range(earliest, latest) });
}
