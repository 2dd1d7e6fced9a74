import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { EntityType } from './entity-types.js';
import { anEntityOf, ENTITY_TYPES } from './entity-types.js';
import type { Leaf, Names } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { isNot, problem } from './problems.js';
import { shown } from './shown.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_LENGTH = 64;
const MAX_SLUGS = 200;
const NAMING_RULE = `lowercase letters, digits and single hyphens, at most ${MAX_LENGTH} characters`;

export type FittingTypes = readonly EntityType[] | 'any';

interface SlugOptions extends FieldOptions {
  /** A word that may stand in the place of an entity and names none. */
  readonly except?: string;
}

/** The slug of a registered entity of one of the types. */
export function Slug(types: FittingTypes, { except, ...options }: SlugOptions = {}): PropertyDecorator {
  return declareField(entitySlug(types, except), options);
}

/** Slugs of registered entities, each once. */
export function Slugs(
  types: FittingTypes,
  { min = 1, max = MAX_SLUGS, ...options }: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  return declareField({ form: 'list', items: entitySlug(types), min, max, unique: true }, options);
}

/** The slug of a registered matter. */
export const MatterSlug = (options?: FieldOptions): PropertyDecorator =>
  declareField(slug('the slug of a matter', { what: 'matter' }), options);

/** A name in the manner of slugs that refers to nothing registered. */
export const Name = (expected: string, options?: FieldOptions): PropertyDecorator =>
  declareField(slug(expected), options);

function entitySlug(fitting: FittingTypes, except?: string): Leaf {
  const types = fitting === 'any' ? ENTITY_TYPES : fitting;
  const expected = `the slug of ${anEntityOf(types)}${except === undefined ? '' : ` or "${except}"`}`;
  return slug(expected, { what: 'entity', types, except });
}

function slug(expected: string, names?: Names): Leaf {
  return {
    form: 'leaf',
    expected,
    schema: {
      type: 'string',
      pattern: SLUG.source,
      maxLength: MAX_LENGTH,
      ...(names?.what === 'entity' && { 'x-entity-types': names.types }),
      ...(names?.what === 'entity' && names.except !== undefined && { 'x-or': names.except }),
      ...(names?.what === 'matter' && { 'x-matter': true }),
    },
    problems: (value) =>
      typeof value === 'string' && value.length <= MAX_LENGTH && SLUG.test(value)
        ? NO_PROBLEMS
        : whyNotASlug(expected, value),
    ...(names && { names }),
  };
}

function whyNotASlug(expected: string, value: unknown): ReturnType<Leaf['problems']> {
  if (typeof value !== 'string') return isNot(expected, value);
  const likely = value
    .slice(0, MAX_LENGTH)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const perhaps = likely === '' ? '' : `; perhaps "${likely}"`;
  return problem(`should be ${expected} (${NAMING_RULE}), not ${shown(value)}${perhaps}`);
}
