import { hash } from 'node:crypto';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: JsonValue;
}

/**
 * RFC 8785 (JCS) text of a JSON value. Members that are undefined are left out, undefined in an array is null.
 * Written out here because json-canonicalize 3 refuses one object met under `value` and again under `values` as
 * circular, and leaves objects that have a member called `toJSON` unsorted.
 * @throws {TypeError} for what JSON can't say (NaN, infinities, bigints, functions).
 */
export function jcs(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return arrayText(value);
      if ('toJSON' in value && typeof value.toJSON === 'function') return jcs(value.toJSON());
      return objectText(value);
  }
  throw new TypeError(`${typeof value === 'number' ? value : `a value of type ${typeof value}`} has no JSON text`);
}

function arrayText(array: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < array.length; index++) {
    if (index > 0) text += ',';
    text += array[index] === undefined ? 'null' : jcs(array[index]);
  }
  return `${text}]`;
}

function objectText(object: object): string {
  const members = object as Readonly<Record<string, unknown>>;
  let text = '';
  // The default order of sort() is by UTF-16 code units, which is what RFC 8785 asks for.
  for (const name of Object.keys(members).sort()) {
    const value = members[name];
    if (value === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${jcs(value)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the text's UTF-8 bytes, in lowercase hex. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');
