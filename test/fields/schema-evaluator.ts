import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';

/** Annotations: they refuse nothing. */
const ANNOTATIONS = ['$schema', 'description', 'format', 'x-entity-types', 'x-or', 'x-matter', 'x-edtf'];

type Rule = (argument: never, value: JsonValue, schema: JsonObject) => boolean;

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: JsonValue): value is string => typeof value === 'string';
const isNumber = (value: JsonValue): value is number => typeof value === 'number';

const typeOf = (value: JsonValue): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

const rules: Readonly<Record<string, Rule>> = {
  type: (type: string, value) => typeOf(value) === type,
  const: (only: JsonValue, value) => value === only,
  enum: (words: readonly JsonValue[], value) => words.includes(value),
  pattern: (pattern: string, value) => !isText(value) || new RegExp(pattern, 'u').test(value),
  minLength: (min: number, value) => !isText(value) || [...value].length >= min,
  maxLength: (max: number, value) => !isText(value) || [...value].length <= max,
  minimum: (min: number, value) => !isNumber(value) || value >= min,
  maximum: (max: number, value) => !isNumber(value) || value <= max,
  items: (items: JsonObject, value) => !Array.isArray(value) || value.every((item) => accepts(items, item)),
  minItems: (min: number, value) => !Array.isArray(value) || value.length >= min,
  maxItems: (max: number, value) => !Array.isArray(value) || value.length <= max,
  uniqueItems: (_: true, value) => !Array.isArray(value) || new Set(value).size === value.length,
  properties: (properties: Readonly<Record<string, JsonObject>>, value) =>
    !isObject(value) ||
    Object.entries(properties).every(
      ([name, schema]) => !Object.hasOwn(value, name) || accepts(schema, value[name] as JsonValue),
    ),
  required: (names: readonly string[], value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  additionalProperties: (allowed: boolean | JsonObject, value, schema) =>
    !isObject(value) ||
    Object.entries(value)
      .filter(([name]) => !Object.hasOwn((schema.properties ?? {}) as object, name))
      .every(([, member]) => typeof allowed !== 'boolean' && accepts(allowed, member)),
  propertyNames: (names: JsonObject, value) =>
    !isObject(value) || Object.keys(value).every((name) => accepts(names, name)),
  minProperties: (min: number, value) => !isObject(value) || Object.keys(value).length >= min,
  maxProperties: (max: number, value) => !isObject(value) || Object.keys(value).length <= max,
  dependentRequired: (needs: Readonly<Record<string, readonly string[]>>, value) =>
    !isObject(value) ||
    Object.entries(needs).every(([name, others]) => !(name in value) || others.every((other) => other in value)),
  not: (schema: JsonObject, value) => !accepts(schema, value),
  oneOf: (schemas: readonly JsonObject[], value) => schemas.filter((schema) => accepts(schema, value)).length === 1,
  anyOf: (schemas: readonly JsonObject[], value) => schemas.some((schema) => accepts(schema, value)),
  allOf: (schemas: readonly JsonObject[], value) => schemas.every((schema) => accepts(schema, value)),
};

/**
 * Whether a value is valid by as much of JSON Schema 2020-12 as this project writes.
 * @throws at a keyword that is not one of those, so that a misspelt one is noticed.
 */
export function accepts(schema: JsonObject, value: JsonValue): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    if (ANNOTATIONS.includes(keyword)) return true;
    const rule = rules[keyword];
    if (rule === undefined) throw new Error(`${keyword} is no keyword of the schemas here`);
    return rule(argument as never, value, schema);
  });
}
