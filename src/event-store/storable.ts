import { NotStorable } from './errors.js';

/** Far more than any real document has, far less than what overflows the stack of a reader. */
const MAX_DEPTH = 100;

const PRINTABLE_ASCII = /^[\t\n\r\x20-\x7e]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** NFC without lone surrogates or NUL. */
export const isStorableText = (text: string): boolean =>
  PRINTABLE_ASCII.test(text) ||
  (!text.includes('\u0000') && !LONE_SURROGATE.test(text) && text.normalize('NFC') === text);

/**
 * Passes what can be stored and comes back from any store as the same bytes: NFC strings without lone surrogates or
 * NUL, booleans, safe integers, arrays and plain objects of these.
 * @throws {NotStorable} with the JSON Pointer of the first place that isn't so.
 */
export function assertStorable(data: unknown): void {
  // Pointers are made only where one is needed: this is asked of every event twice.
  if (!isStorable(data, 0)) check(data, '', 0);
}

function isStorable(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return isStorableText(value);
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0);
    case 'boolean':
      return true;
    case 'object':
      return value !== null && depth < MAX_DEPTH && isStorableContainer(value, depth + 1);
    default:
      return false;
  }
}

function isStorableContainer(value: object, depth: number): boolean {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (!isStorable(value[index], depth)) return false;
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || hasToJson(value)) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return Object.keys(value).every((name) => isStorableText(name) && isStorable(members[name], depth));
}

function check(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string') checkText(value, pointer, '');
  else if (typeof value === 'number') checkNumber(value, pointer);
  else if (value === null || value === undefined) {
    throw new NotStorable(pointer, `is ${value}, which isn't stored: leave the member out`);
  } else if (typeof value === 'object') checkContainer(value, pointer, depth);
  else if (typeof value !== 'boolean') throw new NotStorable(pointer, `is a ${typeof value}, which JSON doesn't have`);
}

function checkText(text: string, pointer: string, subject: string): void {
  if (PRINTABLE_ASCII.test(text)) return;
  if (text.includes('\u0000')) throw new NotStorable(pointer, `${subject}contains the character NUL`);
  if (LONE_SURROGATE.test(text)) throw new NotStorable(pointer, `${subject}contains half of a surrogate pair`);
  if (text.normalize('NFC') !== text) throw new NotStorable(pointer, `${subject}isn't in Unicode normal form C`);
}

function checkNumber(value: number, pointer: string): void {
  if (!Number.isInteger(value)) {
    throw new NotStorable(pointer, "isn't an integer: write decimals as text");
  }
  // Minus zero would come back as zero.
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new NotStorable(pointer, "isn't an integer that every reader keeps exactly: write it as text");
  }
}

function checkContainer(value: object, pointer: string, depth: number): void {
  if (depth >= MAX_DEPTH) throw new NotStorable(pointer, `is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    // By index, since forEach and for…of treat holes differently.
    for (let index = 0; index < value.length; index++) check(value[index], `${pointer}/${index}`, depth + 1);
    return;
  }
  if (Object.prototype.toString.call(value) !== '[object Object]' || hasToJson(value)) {
    throw new NotStorable(pointer, "isn't a plain object");
  }
  for (const [name, member] of Object.entries(value)) {
    const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    checkText(name, place, 'has a name that ');
    check(member, place, depth + 1);
  }
}

const hasToJson = (value: object): boolean => 'toJSON' in value && typeof value.toJSON === 'function';
