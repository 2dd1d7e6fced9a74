import type { JsonValue } from '../event-store/canonical.js';
import { isStorableText } from '../event-store/storable.js';
import type { FieldError } from '../refusal.js';
import { step } from './pointer.js';

const MAX_DEPTH = 32;
/** Past this many the answer would say nothing more. */
const MAX_ERRORS = 100;

const NO_ERRORS: readonly FieldError[] = Object.freeze([]);

const PRINTABLE_ASCII = /^[\t\n\r -~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

export interface CleanJson {
  readonly value: JsonValue;
  readonly errors: readonly FieldError[];
}

/**
 * JSON as it can be kept on any store and hashed again: texts and names in NFC, whole numbers that every reader keeps
 * exactly. The value is meaningful only where there are no errors; their pointers begin with `basePointer`.
 */
export function cleanJson(raw: unknown, basePointer: string): CleanJson {
  if (isClean(raw, 0)) return { value: raw as JsonValue, errors: NO_ERRORS };
  const errors: FieldError[] = [];
  return { value: clean(raw, basePointer, 0, errors), errors };
}

/** Nearly all that is sent is: then no pointer has to be made, and nothing copied. */
function isClean(raw: unknown, depth: number): boolean {
  switch (typeof raw) {
    case 'string':
      return isStorableText(raw);
    case 'boolean':
      return true;
    case 'number':
      return Number.isSafeInteger(raw) && !Object.is(raw, -0);
    case 'object':
      return raw === null || (depth < MAX_DEPTH && isCleanContainer(raw, depth + 1));
    default:
      return false;
  }
}

function isCleanContainer(raw: object, depth: number): boolean {
  if (Array.isArray(raw)) return raw.every((item) => isClean(item, depth));
  if (!isPlain(raw)) return false;
  const members = raw as Readonly<Record<string, unknown>>;
  return Object.keys(raw).every(
    (name) => name !== '__proto__' && isStorableText(name) && isClean(members[name], depth),
  );
}

/** A date or a map, say, would be kept as an object without members. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(errors: FieldError[], pointer: string, detail: string): null {
  if (errors.length < MAX_ERRORS) errors.push({ pointer, detail });
  return null;
}

function clean(raw: unknown, pointer: string, depth: number, errors: FieldError[]): JsonValue {
  switch (typeof raw) {
    case 'string':
      return cleanText(raw, pointer, errors);
    case 'boolean':
      return raw;
    case 'number':
      if (!Number.isInteger(raw)) return refuse(errors, pointer, 'should be a whole number; write a decimal as a text');
      if (!Number.isSafeInteger(raw)) {
        return refuse(errors, pointer, 'is too large to be kept exactly as a number; write it as a text');
      }
      // Minus zero is written as 0.
      return raw === 0 ? 0 : raw;
    case 'object':
      return raw === null ? null : cleanContainer(raw, pointer, depth, errors);
    default:
      return refuse(errors, pointer, `is ${typeof raw}, which JSON doesn't have`);
  }
}

function cleanText(text: string, pointer: string, errors: FieldError[]): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  if (text.includes('\u0000')) refuse(errors, pointer, 'contains the character NUL (U+0000); leave it out');
  if (LONE_SURROGATE.test(text)) refuse(errors, pointer, 'contains half of a surrogate pair, which is no character');
  return text.normalize('NFC');
}

function cleanContainer(raw: object, pointer: string, depth: number, errors: FieldError[]): JsonValue {
  if (depth >= MAX_DEPTH) return refuse(errors, pointer, `is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(raw)) {
    return raw.map((item, index) => clean(item, pointer + step(index), depth + 1, errors));
  }
  if (!isPlain(raw)) return refuse(errors, pointer, 'is an object of a sort that JSON does not have');
  const cleaned: Record<string, JsonValue> = {};
  for (const [rawName, member] of Object.entries(raw)) {
    const place = pointer + step(rawName);
    const name = cleanText(rawName, place, errors);
    // Assigning to it would change what the object is.
    if (name === '__proto__') refuse(errors, place, 'is a name that no field may have');
    else if (Object.hasOwn(cleaned, name)) refuse(errors, place, 'is the same name twice, written in different ways');
    else cleaned[name] = clean(member, place, depth + 1, errors);
  }
  return cleaned;
}
