import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import type { Document } from './read-document.js';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a schema stands that is part of another one. */
const partsOf = (schema: JsonObject): readonly JsonObject[] =>
  Array.isArray(schema.allOf) ? schema.allOf.filter((each) => isObject(each) && each.$ref !== undefined) : [];

/**
 * The same schemas, but that objects have no other members than those they name. Clients have to bear new ones, so the
 * document leaves that open; a test is to notice a member nobody has described.
 */
function closed(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  if (partsOf(schema).length > 0) return { unevaluatedProperties: false, ...members };
  return {
    ...(isObject(schema.properties) && schema.type === 'object' && { additionalProperties: false }),
    ...members,
  };
}

/** Named schemas, closed but for those that are part of others. */
function closedByName(schemas: Readonly<Record<string, JsonObject>>): JsonObject {
  const within = (schema: JsonValue): readonly JsonObject[] =>
    typeof schema === 'object' && schema !== null
      ? [...(isObject(schema) ? partsOf(schema) : []), ...Object.values(schema).flatMap(within)]
      : [];
  const parts = new Set(within(schemas).map(({ $ref }) => $ref));
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { additionalProperties, ...open } = closed(schema) as JsonObject;
      return [
        name,
        parts.has(`#/components/schemas/${name}`)
          ? open
          : { ...open, ...(additionalProperties !== undefined && { additionalProperties }) },
      ];
    }),
  );
}

/** Validates values against schemas of the document, or parts of it that refer to those. */
export class Validator {
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor({ components }: Document) {
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    (formats as unknown as (ajv: Ajv2020) => void)(this.#ajv);
    this.#ajv.addSchema({ $id: 'document:', components: { schemas: closedByName(components.schemas ?? {}) } });
  }

  /** What is wrong with a value; empty where nothing is. */
  problems(schema: JsonObject, value: JsonValue | undefined): readonly string[] {
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components/', '"document:#/components/');
    const validate = this.#compiled.get(text) ?? this.#ajv.compile(JSON.parse(text));
    this.#compiled.set(text, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  }
}
