import type { FactChange } from '../../audit/verdicts.js';
import type { Money } from '../../fields/money.js';
import { parseDay } from '../../time/day.js';
import { valuesText } from '../wording.js';
import { rangeText } from './day.text.js';
import { listText } from './names.js';

type Verdict = FactChange['after'];
type Value = NonNullable<Verdict['values']>[number];

/** What one or more facts of a predicate are about, by the names of their subjects and objects. */
type About = (subjects: string, objects: string) => string;

/** Of the built-in predicates: what their facts are about, and what their values mean there. */
const WORDS: Readonly<Record<string, readonly [about: About, values: Readonly<Record<string, string>>]>> = {
  obligation: [
    (subjects, objects) => `what “${objects}” asks of ${subjects}`,
    { ordered: 'demanded', committed: 'promised', complied: 'fulfilled' },
  ],
  penalty: [
    (subjects, objects) => `the fine on ${subjects}${objects && ` (“${objects}”)`}`,
    { 'amount-unknown': 'of an unknown amount' },
  ],
  links: [(subjects, objects) => `links from ${subjects} to ${objects}`, { allowed: 'open' }],
  payment: [(subjects, objects) => `${objects} at ${subjects}`, { ended: 'no longer accepted' }],
  instrument: [(subjects) => subjects, { 'in-force': 'in force' }],
  availability: [
    (subjects, objects) => `${subjects} in ${objects}`,
    { 'ban-ordered': 'ordered to be banned', available: 'available' },
  ],
  storefront: [(subjects, objects) => `the store of ${subjects} on ${objects}`, {}],
  'data-location': [(subjects, objects) => `data of ${subjects} in ${objects}`, { 'in-use': 'kept there' }],
  'data-centre': [(subjects, objects) => `the data centre of ${subjects} in ${objects}`, {}],
  programme: [(subjects) => subjects, { active: 'running' }],
  presence: [(subjects) => `the ${subjects}`, { 'closure-ordered': 'ordered to close' }],
  deal: [(subjects) => `“${subjects}”`, { talks: 'talked about', agreed: 'agreed' }],
  proceeding: [(subjects) => `the case “${subjects}”`, {}],
  owner: [(subjects) => `the owner of ${subjects}`, { none: 'nobody' }],
};

/** A fact that an event changed, in names. */
export interface NamedChange {
  readonly predicate: string;
  readonly subject: string;
  readonly object: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/**
 * What an event made of facts, a sentence for those that went the same way together.
 * @param entity the name of an entity, for values that are slugs
 */
export function factSentences(changes: readonly NamedChange[], entity: (slug: string) => string): readonly string[] {
  const groups = new Map<string, NamedChange[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.predicate, becameText(change, entity)]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap(together).map((group) => sentence(group, entity));
}

/** Facts of one group whose subjects or whose objects can be listed in one sentence. */
function together(group: readonly NamedChange[]): readonly (readonly NamedChange[])[] {
  const subjects = new Set(group.map(({ subject }) => subject));
  const objects = new Set(group.map(({ object }) => object));
  if (subjects.size === 1 || objects.size === 1) return [group];
  return [...subjects].map((each) => group.filter(({ subject }) => subject === each));
}

function sentence(group: readonly NamedChange[], entity: (slug: string) => string): string {
  const [first] = group as readonly [NamedChange];
  const subjects = listText([...new Set(group.map(({ subject }) => subject))]);
  const objects = listText([...new Set(group.map(({ object }) => object))]);
  const text = `${aboutText(first.predicate, subjects, objects)}: ${becameText(first, entity)}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function aboutText(predicate: string, subjects: string, objects: string): string {
  const [about] = WORDS[predicate] ?? [];
  if (about) return about(subjects, objects);
  return `${predicate.replaceAll('-', ' ')} of ${subjects}${objects && ` and ${objects}`}`;
}

function becameText({ predicate, before, after }: NamedChange, entity: (slug: string) => string): string {
  const [was, is] = [before, after].map((verdict) => verdictText(predicate, verdict, entity)) as [string, string];
  if (was !== is) return `${is} now, ${was} before`;
  const [since, sinceNow] = [sinceText(before), sinceText(after)];
  return since === sinceNow
    ? `${is} as before, on other grounds`
    : `${is} as before, but since ${sinceNow} rather than ${since}`;
}

function verdictText(
  predicate: string,
  { certainty, value, values, contradiction }: Verdict,
  entity: (slug: string) => string,
): string {
  const possible = values ?? (value === undefined ? [] : [value]);
  const words = possible.flatMap((each) => (each === null ? [] : [valueText(predicate, each, entity)]));
  const text = certainty === 'unrecorded' ? 'unrecorded' : possibleText(words, possible.includes(null));
  return contradiction ? `${text} (its dates contradict one another)` : text;
}

function possibleText(words: readonly string[], perhapsNothing: boolean): string {
  const listed = words.join(' or ');
  if (perhapsNothing) return `possibly ${listed}`;
  return words.length > 1 ? `either ${listed}` : listed;
}

function valueText(predicate: string, value: Exclude<Value, null>, entity: (slug: string) => string): string {
  if (typeof value !== 'string') return valuesText([value satisfies Money]);
  const meaning = WORDS[predicate]?.[1][value];
  if (meaning !== undefined) return meaning;
  return predicate === 'owner' ? entity(value) : value.replaceAll('-', ' ');
}

const sinceText = ({ since }: Verdict): string =>
  since === undefined
    ? 'an unknown day'
    : rangeText({ earliest: parseDay(since.earliest) as number, latest: parseDay(since.latest) as number });
