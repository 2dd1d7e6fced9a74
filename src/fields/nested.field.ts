import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { Nested as NestedType, Shape } from './field.js';

const MAX_ITEMS = 100;

interface NestedOptions extends FieldOptions {
  readonly array?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** An object that a class declares, or with `array` a list of them. */
export function Nested(
  shape: () => Shape,
  { array = false, min = 0, max = MAX_ITEMS, ...options }: NestedOptions = {},
): PropertyDecorator {
  const one: NestedType = { form: 'nested', shape, expected: 'an object' };
  return declareField(array ? { form: 'list', items: one, min, max, unique: false } : one, options);
}
