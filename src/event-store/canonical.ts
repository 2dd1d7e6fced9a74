import { hash } from 'node:crypto';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: JsonValue;
}

/** What JSON writes as it is: printable ASCII but the quotation mark and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * RFC 8785 (JCS) text of a JSON value. Members that are undefined are left out, undefined in an array is null.
 * Written out here because json-canonicalize 3 refuses one object met under `value` and again under `values` as
 * circular, and leaves objects that have a member called `toJSON` unsorted.
 * @throws {TypeError} for what JSON can't say (NaN, infinities, bigints, functions).
 */
export function jcs(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
    case 'boolean':
      return String(value);
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
  for (const name of sorted(Object.keys(members))) {
    const value = members[name];
    if (value === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(name)}:${jcs(value)}`;
  }
  return `{${text}}`;
}

const FEW = 20;

/** By UTF-16 code units, as RFC 8785 asks; in place, since sort() takes twice as long where there are few. */
function sorted(names: string[]): readonly string[] {
  if (names.length > FEW) return names.sort();
  for (let next = 1; next < names.length; next++) {
    const name = names[next] as string;
    let place = next;
    for (; place > 0 && (names[place - 1] as string) > name; place--) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}

const MOST_NAMES = 1_000;
const names = new Map<string, string>();

/** Nearly all members have one of a few hundred names. */
function quoted(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}

/** SHA-256 of the text's UTF-8 bytes, in lowercase hex. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');
