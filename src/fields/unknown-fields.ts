import { distance } from 'fastest-levenshtein';
import type { FieldError } from '../refusal.js';
import { declarationOf, type Field, NO_PROBLEMS, type Shape } from './field.js';
import { step } from './pointer.js';
import { shown } from './shown.js';

/** A body of nothing but unknown fields would otherwise be answered with one many times its size. */
const REPORTED = 20;
const LONGEST_COMPARED = 64;

/** One error for each of an object's own fields that isn't declared. */
export function unknownFields(value: object, declared: ReadonlyMap<string, Field>): readonly FieldError[] {
  const unknown = Object.keys(value).filter((name) => !declared.has(name));
  if (unknown.length === 0) return NO_PROBLEMS;
  const allowed = [...declared.keys()];
  return unknown.slice(0, REPORTED).map((name) => ({
    pointer: step(name),
    detail: `${shown(name)} is not a field here${nearest(name, allowed)}; the fields are ${allowed.join(', ')}`,
  }));
}

function nearest(name: string, allowed: readonly string[]): string {
  if (name.length > LONGEST_COMPARED) return '';
  const [best] = allowed
    .map((each) => ({ each, far: distance(name.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.max(1, best.each.length / 3) ? ` (did you mean "${best.each}"?)` : '';
}

/** The same of a shape, with pointers that begin with `base`. */
export const unknownAmong = (shape: Shape, value: object, base: string): readonly FieldError[] =>
  unknownFields(value, declarationOf(shape).named).map(({ pointer, detail }) => ({ pointer: base + pointer, detail }));
