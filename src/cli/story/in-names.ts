import type { FactChange } from '../../audit/verdicts.js';
import type { Version } from '../../developments/events.js';
import { kindNamed, referencesOf } from '../../developments/kinds/index.js';
import { whenText } from './day.text.js';
import { detailsInNames, type Replacement } from './details.text.js';
import type { NamedChange } from './fact.text.js';
import type { Names } from './names.js';

type Stated = Pick<Version, 'kind' | 'details' | 'matter'>;

/** The slugs and ids that a story has to have names for. */
export interface Mentioned {
  readonly entities: readonly string[];
  readonly matters: readonly string[];
  readonly developments: readonly string[];
}

/** What has a title rather than a name. */
const TITLED: ReadonlySet<string> = new Set(['directive', 'instrument', 'topic', 'case']);

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What versions of a development refer to. */
export function mentionedBy(...versions: readonly Stated[]): Mentioned {
  const references = versions.map(({ kind, details }) => referencesOf(kind, details));
  return {
    entities: references.flatMap(({ entities }) => entities.map(({ slug }) => slug)),
    matters: [
      ...references.flatMap(({ matters }) => matters.map(({ slug }) => slug)),
      ...versions.flatMap(({ matter }) => matter ?? []),
    ],
    developments: references.flatMap(({ developments }) => developments.map(({ id }) => id)),
  };
}

/** What facts are about, and the entities that are values of them. */
export function mentionedIn(changes: readonly FactChange[]): Mentioned {
  const parts = changes.flatMap(({ fact }) => fact.split(':').slice(1));
  const owners = changes
    .filter(({ fact }) => fact.startsWith('owner:'))
    .flatMap(({ before, after }) => [before, after].flatMap(({ value, values }) => values ?? [value ?? null]))
    .filter((value) => typeof value === 'string');
  return {
    entities: [...parts.filter((part) => !ID.test(part)), ...owners],
    matters: [],
    developments: parts.filter((part) => ID.test(part)),
  };
}

/** A version with names in the place of slugs. @param titles of developments, by id */
export function versionInNames<V extends Stated>(version: V, names: Names, titles: ReadonlyMap<string, string>): V {
  const { kind, details, matter } = version;
  const { entities, matters, developments } = referencesOf(kind, details);
  const replacements: readonly Replacement[] = [
    ...entities.map(({ pointer, slug, types }) => ({
      pointer,
      name: types.every((type) => TITLED.has(type)) ? `“${names.entity(slug)}”` : names.entity(slug),
    })),
    ...matters.map(({ pointer, slug }) => ({ pointer, name: names.matter(slug) })),
    ...developments.map(({ pointer, id }) => ({ pointer, name: `“${titles.get(id) ?? id}”` })),
    ...(kindNamed(kind)?.dates?.(details) ?? []).map(({ node, date }) => ({
      pointer: `/${node}`,
      name: /^(between|by|around) /.test(whenText(date)) ? `a day ${whenText(date)}` : whenText(date),
    })),
  ];
  return {
    ...version,
    details: detailsInNames(details, replacements),
    ...(matter !== undefined && { matter: names.matter(matter) }),
  };
}

/** Its kind's own line, in names; undefined where the facts that it changed say all of it. */
export function summaryInNames(version: Stated, changes: readonly FactChange[], inNames: Stated): string | undefined {
  const told = new Set([...mentionedIn(changes).entities, ...changes.flatMap(wordsOf)]);
  const isToldByFacts = changes.length > 0 && textsWithin(version.details).every((text) => told.has(text));
  return isToldByFacts ? undefined : kindNamed(version.kind)?.summary(inNames.details);
}

/** The predicate of a fact and the words that are its possible values. */
const wordsOf = ({ fact, after }: FactChange): readonly string[] => [
  fact.split(':')[0] ?? '',
  ...(after.values ?? [after.value]).filter((value) => typeof value === 'string'),
];

/** Every text in details. */
function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}

/**
 * Changes of facts with names in the place of slugs.
 * @param own the development that changed them: of a fine, itself is not named
 */
export const changesInNames = (
  changes: readonly FactChange[],
  names: Names,
  titles: ReadonlyMap<string, string>,
  own: string,
): readonly NamedChange[] =>
  changes.map(({ fact, before, after }) => {
    const [predicate = '', subject = '', object = ''] = fact.split(':');
    const isFine = ID.test(object);
    return {
      predicate,
      subject: names.entity(subject),
      object: isFine ? (object === own ? '' : (titles.get(object) ?? '')) : object && names.entity(object),
      before,
      after,
    };
  });
