import { between } from '../wording.js';
import { dayNamed } from './day.text.js';

/** Where a name stands in an object (JSON Pointer), and what is said instead. */
export interface Replacement {
  readonly pointer: string;
  readonly name: string;
}

/** Details with names in the place of slugs and ids, days in words, and amounts of money with their thousands told apart. */
export function detailsInNames(details: object, replacements: readonly Replacement[]): object {
  const names = new Map(replacements.map(({ pointer, name }) => [pointer, name]));
  return inNames(details, '', names) as object;
}

function inNames(value: unknown, pointer: string, names: ReadonlyMap<string, string>): unknown {
  const name = names.get(pointer);
  if (name !== undefined) return name;
  if (typeof value === 'string' && A_DAY.test(value)) return dayNamed(value);
  if (Array.isArray(value)) return value.map((each, index) => inNames(each, `${pointer}/${index}`, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isAmount = 'currency' in value && AMOUNTS.has(key) && typeof each === 'string';
      return [key, isAmount ? between(each, each) : inNames(each, `${pointer}/${key}`, names)];
    }),
  );
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;
const AMOUNTS: ReadonlySet<string> = new Set(['value', 'atLeast', 'atMost']);
