import type { EntityReference, EntityType, Money } from '../../fields/index.js';
import { ENTITY_TYPES } from '../../fields/index.js';
import type { FieldError } from '../../refusal.js';
import { builtInPredicate } from './predicates.js';

/** An effect as a user states it. */
interface Stated {
  readonly predicate: string;
  readonly subject: string;
  readonly object?: string;
  readonly value: string | Money;
  readonly from?: string;
}

/** Where stated effects don't keep to a built-in predicate, or say the same fact twice; pointers from the details. */
export const problemsOfNoted = (effects: readonly Stated[]): readonly FieldError[] => [
  ...effects.flatMap((effect, index) => problemsOfEffect(effect, `/effects/${index}`)),
  ...repeatedFacts(effects),
];

/** The entities in stated effects: of a built-in predicate they must fit it, of a new one any does. */
export const entitiesOf = (effects: readonly Stated[]): readonly EntityReference[] =>
  effects.flatMap(({ predicate, subject, object }, index) => {
    const known = builtInPredicate(predicate);
    const ofObject = known?.object;
    return [
      { pointer: `/effects/${index}/subject`, slug: subject, types: known?.subject ?? ENTITY_TYPES },
      ...(object === undefined
        ? []
        : [{ pointer: `/effects/${index}/object`, slug: object, types: typesOrAny(ofObject) }]),
    ];
  });

const typesOrAny = (types: readonly EntityType[] | 'development' | undefined): readonly EntityType[] =>
  types === undefined || types === 'development' ? ENTITY_TYPES : types;

function problemsOfEffect({ predicate, object, value }: Stated, pointer: string): readonly FieldError[] {
  const known = builtInPredicate(predicate);
  if (known === undefined) return [];
  if (known.onlyBy !== undefined) {
    const kinds = known.onlyBy.join(' or ');
    return [{ pointer: `${pointer}/predicate`, detail: `"${predicate}" is stated by ${kinds} alone: record that` }];
  }
  const errors: FieldError[] = [];
  if (known.object !== undefined && object === undefined) {
    errors.push({ pointer: `${pointer}/object`, detail: `is missing: facts of "${predicate}" have an object` });
  }
  if (known.object === undefined && object !== undefined) {
    errors.push({ pointer: `${pointer}/object`, detail: `should be left out: facts of "${predicate}" have no object` });
  }
  if (typeof value !== 'string' || !known.values.includes(value)) {
    errors.push({
      pointer: `${pointer}/value`,
      detail: `should be one of ${known.values.join(', ')} for "${predicate}"`,
    });
  }
  return errors;
}

/** Each `from` is a day of its own; without one they all hold from the one day that it happened. */
function repeatedFacts(effects: readonly Stated[]): readonly FieldError[] {
  const first = new Map<string, number>();
  return effects.flatMap(({ predicate, subject, object, from }, index) => {
    if (from !== undefined) return [];
    const fact = object === undefined ? `${predicate}:${subject}` : `${predicate}:${subject}:${object}`;
    const earlier = first.get(fact);
    if (earlier === undefined) {
      first.set(fact, index);
      return [];
    }
    const detail = `says ${fact} from the same day as effect ${earlier}: keep one of them, or give one a "from"`;
    return [{ pointer: `/effects/${index}`, detail }];
  });
}
