import type { JsonObject, JsonValue } from './event-store/canonical.js';
import type { Shape } from './fields/field.js';
import { schemaOfObject } from './fields/json-schema.js';

/** A JSON Schema (2020-12) as part of a document, and the definitions that it refers to by name. */
export interface AnySchema {
  /** The schema where it stands: whole, or a reference. */
  readonly json: JsonObject;
  /** The schema whole. */
  readonly definition: JsonObject;
  readonly parts: Readonly<Record<string, JsonObject>>;
}

/**
 * The schema of values of a type, no more and no less: the compiler refuses one that names another member, leaves one
 * out, or says otherwise which may be absent.
 */
export interface Schema<T> extends AnySchema {
  readonly of?: (value: T) => T;
}

/** The schema of a member that may be absent. */
interface Optional<T> {
  readonly optional: Schema<T>;
}

type Members<T> = {
  readonly [Name in keyof T]-?: undefined extends T[Name] ? Optional<Exclude<T[Name], undefined>> : Schema<T[Name]>;
};

const plain = <T>(definition: JsonObject, uses: readonly AnySchema[] = []): Schema<T> => ({
  json: definition,
  definition,
  parts: Object.assign({}, ...uses.map(({ parts }) => parts)),
});

export const optional = <T>(schema: Schema<T>): Optional<T> => ({ optional: schema });

/** @param more what else is so of the text: `format`, `pattern`, `enum` */
export const text = (description: string, more: JsonObject = {}): Schema<string> =>
  plain({ description, type: 'string', ...more });

export const wordOf = <W extends string>(words: readonly W[], description: string): Schema<W> =>
  plain({ description, type: 'string', enum: words });

/** One value and no other. */
export const only = <V extends string | number | boolean | null>(value: V, description: string): Schema<V> =>
  plain({ description, const: value });

export const whole = (description: string): Schema<number> => plain({ description, type: 'integer', minimum: 0 });

export const truth = (description: string): Schema<boolean> => plain({ description, type: 'boolean' });

/** An object of which no more is said. */
export const anyObject = <T extends object = JsonObject>(description: string): Schema<T> =>
  plain({ description, type: 'object' });

export const list = <T>(items: Schema<T>, description: string): Schema<readonly T[]> =>
  plain({ description, type: 'array', items: items.json }, [items]);

/** Values by name. */
export const byName = <T>(values: Schema<T>, description: string): Schema<Readonly<Record<string, T>>> =>
  plain({ description, type: 'object', additionalProperties: values.json }, [values]);

export const nullable = <T>(schema: Schema<T>): Schema<T | null> => {
  const { description, ...rest } = schema.json;
  return plain({ ...(description !== undefined && { description }), anyOf: [rest, { type: 'null' }] }, [schema]);
};

export const either = <A, B>(a: Schema<A>, b: Schema<B>, description: string): Schema<A | B> =>
  plain({ description, anyOf: [a.json, b.json] }, [a, b]);

/** At least one of many. */
export const alternatives = <T>(schemas: readonly Schema<T>[], description: string): Schema<T> =>
  plain({ description, anyOf: schemas.map(({ json }) => json) }, schemas);

/** An object by its members. Clients are to expect more of them in time, so others are not ruled out. */
export function object<T extends object>(members: Members<NoInfer<T>>, description?: string): Schema<T> {
  const entries = Object.entries(members as Record<string, AnySchema | { readonly optional: AnySchema }>);
  const schemas = entries.map(([name, member]) => [name, 'optional' in member ? member.optional : member] as const);
  return plain(
    {
      ...(description !== undefined && { description }),
      type: 'object',
      properties: Object.fromEntries(schemas.map(([name, { json }]) => [name, json])),
      required: entries.filter(([, member]) => !('optional' in member)).map(([name]) => name),
    },
    schemas.map(([, schema]) => schema),
  );
}

/** The members of two objects in one. */
export function both<A extends object, B extends object>(a: Schema<A>, b: Schema<B>): Schema<A & B> {
  const list = (schema: AnySchema, keyword: string): readonly JsonValue[] =>
    (schema.definition[keyword] as readonly JsonValue[] | undefined) ?? [];
  return plain(
    {
      type: 'object',
      properties: { ...(a.definition.properties as JsonObject), ...(b.definition.properties as JsonObject) },
      required: [...list(a, 'required'), ...list(b, 'required')],
    },
    [a, b],
  );
}

/** The same schema, referred to by a name that is unique in the document. */
export const named = <T>(name: string, { definition, parts }: Schema<T>): Schema<T> => ({
  json: { $ref: `#/components/schemas/${name}` },
  definition,
  parts: { ...parts, [name]: definition },
});

/** The same with its own description beside the reference. */
export const saying = <T>(description: string, schema: Schema<T>): Schema<T> => ({
  ...schema,
  json: { ...schema.json, description },
});

/** The schema of what a class declares, under the name of the class; so are the objects within it. */
export function declared<T extends object = object>(shape: Shape): Schema<T> {
  const parts: Record<string, JsonObject> = {};
  const say = (each: Shape): JsonObject => {
    const name = each.name.replace(/Fields$/, '');
    parts[name] ??= schemaOfObject(each, say);
    return { $ref: `#/components/schemas/${name}` };
  };
  const json = say(shape);
  return { json, definition: schemaOfObject(shape, say), parts };
}
