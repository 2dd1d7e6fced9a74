import { describe, expect, it } from '@jest/globals';
import { kindNamed } from '../../../src/developments/kinds/index.js';
import type { JsonValue } from '../../../src/event-store/canonical.js';
import { jsonSchema, type Shape, validate } from '../../../src/fields/index.js';
import { accepts } from '../../fields/schema-evaluator.js';
import { SCENARIOS } from './scenarios.js';

type Details = Readonly<Record<string, JsonValue>>;

const shapeOf = (name: string): Shape => {
  const kind = kindNamed(name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind.details;
};

const WRONG_ALMOST_EVERYWHERE: readonly JsonValue[] = [
  ...[null, true, false, 5, -1, 0.5, '', ' ', 'Not A Slug', 'a'.repeat(65)],
  ...[[], [''], [5], ['a', 'a'], {}, { value: 5 }],
];

/** Details that are wrong in one place each, and such as may still be right. */
const variantsOf = (details: Details): readonly JsonValue[] => [
  null,
  [],
  'text',
  {},
  { ...details, extra: 1 },
  ...Object.entries(details).flatMap(([name, value]) => [
    Object.fromEntries(Object.entries(details).filter(([each]) => each !== name)),
    ...WRONG_ALMOST_EVERYWHERE.map((other) => ({ ...details, [name]: other })),
    ...(Array.isArray(value) ? [{ ...details, [name]: Array.from({ length: 201 }, (_, index) => `a${index}`) }] : []),
  ]),
];

describe.each(SCENARIOS.map(({ kind, details }) => [kind, details as Details] as const))(
  'the JSON Schema of %s, at %j',
  (name, details) => {
    const schema = jsonSchema(shapeOf(name));

    it('accepts the details', () => {
      expect(accepts(schema, details)).toBe(true);
    });

    it('says the same as validation of details that are wrong in one place', () => {
      for (const variant of variantsOf(details)) {
        const valid = validate(shapeOf(name), variant, '').errors.length === 0;
        expect({ variant, valid: accepts(schema, variant) }).toEqual({ variant, valid });
      }
    });

    it('describes every field', () => {
      const properties = schema.properties as Readonly<Record<string, Details>>;
      for (const { description } of Object.values(properties)) expect(description).toMatch(/^\S.*\.$/);
    });
  },
);
