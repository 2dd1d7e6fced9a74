import type { JsonObject } from '../event-store/canonical.js';
import type { Field, FieldType, Shape } from './field.js';
import { declarationOf, expectedOf } from './field.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * JSON Schema (2020-12) of what `validate` accepts, as far as a schema can say it. `x-entity-types` at a slug are the
 * types of entity it may name and `x-or` a word that may stand in its place; `x-matter` says that it names a matter,
 * `x-edtf` that a text is a date in EDTF: so that a form can be made of it.
 */
export const jsonSchema = (shape: Shape): JsonObject => ({ $schema: DIALECT, ...schemaOfObject(shape) });

/** How the schema of an object within another is said: whole where it stands, or by reference. */
type Say = (shape: Shape) => JsonObject;

export function schemaOf(type: FieldType, say: Say = schemaOfObject): JsonObject {
  switch (type.form) {
    case 'leaf':
      return type.schema;
    case 'list':
      return {
        type: 'array',
        items: schemaOf(type.items, say),
        minItems: type.min,
        maxItems: type.max,
        ...(type.unique && { uniqueItems: true }),
      };
    case 'nested':
      return say(type.shape());
  }
}

/** The same without naming the dialect, as part of a document that does. */
export function schemaOfObject(shape: Shape, say?: Say): JsonObject {
  const { fields, rules } = declarationOf(shape);
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field, say)])),
    required,
    additionalProperties: false,
  };
  if (rules.length === 0) return schema;
  // One rule's words may be another's too (oneOf beside oneOf), so several stand apart.
  return rules.length === 1
    ? { ...schema, ...rules[0]?.schema }
    : { ...schema, allOf: rules.map((rule) => rule.schema) };
}

function schemaOfField({ type, description }: Field, say?: Say): JsonObject {
  const expected = expectedOf(type);
  const sentence = `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.`;
  return {
    description: description === undefined ? sentence : `${description.replace(/\.$/, '')}. ${sentence}`,
    ...schemaOf(type, say),
  };
}
