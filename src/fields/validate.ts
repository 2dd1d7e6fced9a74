import type { FieldError } from '../refusal.js';
import type { FieldType, Shape } from './field.js';
import { declarationOf } from './field.js';
import { beneath } from './pointer.js';
import { isObject, problemsOfObject } from './problems.js';

/** The value if nothing is wrong with it, else what is wrong. */
interface Validated<D> {
  readonly value?: D;
  readonly errors: readonly FieldError[];
}

/**
 * Checks a JSON value against a class that declares fields. The value given back is a plain object of the declared
 * fields alone, in the order they are declared; absent ones stay absent. Error pointers begin with `basePointer`.
 */
export function validate<D extends object>(shape: Shape<D>, raw: unknown, basePointer: string): Validated<D> {
  const errors = problemsOfObject(shape, raw);
  if (errors.length > 0) return { errors: beneath(basePointer, errors) };
  return { value: pick(shape, raw) as D, errors };
}

function pick(shape: Shape, value: unknown): object {
  const members = value as Readonly<Record<string, unknown>>;
  const picked: Record<string, unknown> = {};
  for (const { name, type } of declarationOf(shape).fields) {
    const member = members[name];
    if (member !== undefined) picked[name] = type.form === 'leaf' ? member : pickFrom(type, member);
  }
  return picked;
}

function pickFrom(type: FieldType, value: unknown): unknown {
  if (type.form === 'nested') return isObject(value) ? pick(type.shape(), value) : value;
  return type.form === 'list' && type.items.form !== 'leaf' && Array.isArray(value)
    ? value.map((item) => pickFrom(type.items, item))
    : value;
}
