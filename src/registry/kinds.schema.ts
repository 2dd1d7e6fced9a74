import { PREDICATES } from '../developments/kinds/index.js';
import type { JsonObject } from '../event-store/canonical.js';
import { ENTITY_TYPES, type EntityType } from '../fields/index.js';
import { anyObject, either, list, named, object, only, optional, type Schema, text, wordOf } from '../schema.js';
import { slug } from '../values.schema.js';

type Predicate = (typeof PREDICATES)[number];

/** What can be recorded. */
export interface KindsAnswer {
  readonly kinds: readonly {
    readonly kind: string;
    readonly description: string;
    readonly facts: readonly string[];
    readonly schema: JsonObject;
  }[];
  readonly predicates: readonly Predicate[];
  readonly entityTypes: readonly EntityType[];
}

const TYPE: Schema<EntityType> = named('EntityType', wordOf(ENTITY_TYPES, 'A type of entity; it never changes.'));

const PREDICATE: Schema<Predicate> = named(
  'Predicate',
  object({
    name: slug('Its name.'),
    values: list(text('A word.'), 'The words that its facts may have as their value.'),
    alsoValues: optional(wordOf(['money', 'entity'], 'Values that are not words.')),
    subject: list(TYPE, 'The types of entity that fit as its subject.'),
    object: optional(
      either(
        list(TYPE, 'The types of entity that fit as its object.'),
        only('development', 'Its object is a development.'),
        'Absent where its facts have no object.',
      ),
    ),
    onlyBy: optional(list(text('A kind.'), 'The kinds that alone state it; else DevelopmentNoted may too.')),
  }),
);

export const KINDS_ANSWER: Schema<KindsAnswer> = named(
  'Kinds',
  object({
    kinds: list(
      object<KindsAnswer['kinds'][number]>({
        kind: text('Its name.'),
        description: text('What it is for.'),
        facts: list(text('A pattern such as links:<from>:<to>.'), 'The facts it sets.'),
        schema: anyObject('The JSON Schema (2020-12) of its details.'),
      }),
      'Every kind of development.',
    ),
    predicates: list(PREDICATE, 'The predicates that are built in.'),
    entityTypes: list(TYPE, 'Every type of entity.'),
  }),
);
