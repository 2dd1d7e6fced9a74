import type { FactValue } from '../../../projections/law/knowledge.js';
import { amountOf } from '../../developments/kinds/wording.js';

/** What a value says, to be made a sentence of: `what` had, may have or cannot have `done`. */
interface Clause {
  readonly what: string;
  readonly done: string;
}

type Words = readonly [what: string, done: string];

/** Of the built-in predicates, by value. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  obligation: {
    ordered: ['compliance', 'been ordered'],
    committed: ['compliance', 'been promised'],
    complied: ['compliance', 'been achieved'],
  },
  penalty: {
    'amount-unknown': ['a fine', 'been imposed, of an unknown amount'],
    annulled: ['the fine', 'been annulled'],
  },
  links: { blocked: ['links', 'been blocked'], allowed: ['links', 'been allowed'] },
  payment: {
    announced: ['acceptance', 'been announced'],
    expected: ['acceptance', 'been expected'],
    accepted: ['acceptance', 'begun'],
    ended: ['acceptance', 'ended'],
  },
  instrument: {
    adopted: ['the instrument', 'been adopted'],
    'in-force': ['the instrument', 'come into force'],
    repealed: ['the instrument', 'been repealed'],
  },
  availability: {
    'ban-ordered': ['a ban', 'been ordered'],
    banned: ['the ban', 'taken effect'],
    available: ['it', 'become available'],
    removed: ['it', 'been removed'],
  },
  storefront: { open: ['the storefront', 'opened'], closed: ['the storefront', 'closed'] },
  'data-location': { 'in-use': ['the place', 'come to be used for data'] },
  'data-centre': { announced: ['the data centre', 'been announced'], open: ['the data centre', 'opened'] },
  programme: { active: ['the programme', 'begun'], ended: ['the programme', 'ended'] },
  presence: { 'closure-ordered': ['closure', 'been ordered'] },
  deal: { talks: ['talks', 'been reported'], agreed: ['agreement', 'been reached'] },
  proceeding: { open: ['the proceeding', 'been opened'], closed: ['the proceeding', 'been closed'] },
  owner: { none: ['ownership', 'ended'] },
};

/** What a value of a predicate says; of a predicate that users introduced, in its own words. */
export function clauseOf(predicate: string, value: FactValue): Clause {
  const [what, done] = wordsOf(predicate, value);
  return { what, done };
}

function wordsOf(predicate: string, value: FactValue): Words {
  if (typeof value !== 'string') {
    return predicate === 'penalty'
      ? ['the fine', `come to ${moneyText(value)}`]
      : [plainWords(predicate), `come to be ${moneyText(value)}`];
  }
  const words = WORDS[predicate];
  if (words && Object.hasOwn(words, value)) return words[value] as Words;
  if (predicate === 'owner') return ['ownership', `passed to ${value}`];
  return [plainWords(predicate), `become "${value}"`];
}

const plainWords = (predicate: string): string => predicate.replaceAll('-', ' ');

/** With its thousands told apart; the digits after the point are none. */
const moneyText = (money: Exclude<FactValue, string>): string =>
  amountOf(money).replace(/(?<![.\d])\d{4,}/g, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
