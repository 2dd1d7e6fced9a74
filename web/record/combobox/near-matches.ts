import { nearest } from '../../../src/nearest.js';
import type { Schemas } from '../../asking/answers.js';

type Entity = Schemas['Entity'];

export interface Match {
  readonly entity: Entity;
  /** It is not written so, only much like it. */
  readonly isNear: boolean;
}

const MOST = 8;

/** Entities of the types that may be meant by a text: those that begin so, those that hold it, those much like it. */
export function matchesFor(text: string, entities: Iterable<Entity>, types: readonly string[]): readonly Match[] {
  const wanted = flat(text);
  const fitting = [...entities].filter(({ type }) => types.includes(type));
  if (wanted === '') return fitting.slice(0, MOST).map((entity) => ({ entity, isNear: false }));
  const ranked = fitting
    .map((entity) => ({ entity, rank: rankOf(wanted, entity) }))
    .filter(({ rank }) => rank < NO_RANK)
    .sort((one, other) => one.rank - other.rank);
  const found = ranked.slice(0, MOST).map(({ entity }) => ({ entity, isNear: false }));
  return found.length > 0 ? found : nearTo(text, fitting);
}

/** The one that is meant by a text which is its slug, or which nobody else of the types is called. */
export function meantBy(
  text: string,
  entities: ReadonlyMap<string, Entity>,
  types: readonly string[],
): string | undefined {
  if (entities.has(text)) return text;
  const wanted = flat(text);
  const called = [...entities.values()].filter((each) => types.includes(each.type) && rankOf(wanted, each) === 0);
  return called.length === 1 ? called[0]?.slug : undefined;
}

const NO_RANK = 3;

function rankOf(wanted: string, entity: Entity): number {
  const ranks = spellings(entity).map((each) => {
    const name = flat(each);
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return name.includes(wanted) ? 2 : NO_RANK;
  });
  return Math.min(...ranks);
}

function nearTo(text: string, entities: readonly Entity[]): readonly Match[] {
  const bearers = new Map(entities.flatMap((entity) => spellings(entity).map((each) => [each, entity] as const)));
  const near = new Set(nearest(text, [...bearers.keys()]).map((each) => bearers.get(each)));
  return [...near].flatMap((entity) => (entity ? [{ entity, isNear: true }] : []));
}

const spellings = ({ slug, name, names, aliases }: Entity): readonly string[] => [
  slug,
  name,
  ...Object.values(names ?? {}),
  ...(aliases ?? []),
];

const flat = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();
