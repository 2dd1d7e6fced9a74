import type { JsonObject, JsonValue } from '../event-store/canonical.js';
import type { FieldError } from '../refusal.js';
import type { EntityType } from './entity-types.js';

/** A class that declares the fields of a JSON object. */
export type Shape<D extends object = object> = new () => D;

/** What a value names: what has to be known already when it is recorded. */
export type Names =
  | { readonly what: 'entity'; readonly types: readonly EntityType[]; readonly except?: string }
  | { readonly what: 'matter' }
  | { readonly what: 'development' };

/** A value that is checked as one. */
export interface Leaf {
  readonly form: 'leaf';
  /** What would be right, to follow "should be". */
  readonly expected: string;
  readonly schema: JsonObject;
  /** What is wrong with it, with pointers relative to the value. */
  problems(value: unknown): readonly FieldError[];
  readonly names?: Names;
  /** Somebody's own words, where the value is a text. */
  readonly freeText?: true;
  /** It is an EDTF date; `expected` ones may lie in the future (see closeOpenEnd). */
  readonly date?: { readonly expected: boolean };
}

export interface List {
  readonly form: 'list';
  readonly items: FieldType;
  readonly min: number;
  readonly max: number;
  readonly unique: boolean;
}

export interface Nested {
  readonly form: 'nested';
  readonly shape: () => Shape;
  readonly expected: string;
}

export type FieldType = Leaf | List | Nested;

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly description?: string;
  readonly example?: JsonValue;
}

/** A rule about several fields of one object, asked only once each field is right in itself. */
export interface FieldRule {
  /** Pointers relative to the object. */
  problems(value: Readonly<Record<string, unknown>>): readonly FieldError[];
  /** As much of the rule as JSON Schema can say. */
  readonly schema: JsonObject;
}

export interface Declaration {
  readonly fields: readonly Field[];
  readonly named: ReadonlyMap<string, Field>;
  readonly rules: readonly FieldRule[];
}

/** One shared list, so that a value without problems costs no allocation. */
export const NO_PROBLEMS: readonly FieldError[] = Object.freeze([]);

const ownFields = new WeakMap<object, Field[]>();
const ownRules = new WeakMap<object, FieldRule[]>();
const declarations = new WeakMap<Shape, Declaration>();

export function addField(shape: object, field: Field): void {
  ownFields.set(shape, [...(ownFields.get(shape) ?? []), field]);
}

export function addRule(shape: object, rule: FieldRule): void {
  ownRules.set(shape, [...(ownRules.get(shape) ?? []), rule]);
}

/** All that a class declares, inherited fields first. */
export function declarationOf(shape: Shape): Declaration {
  const known = declarations.get(shape);
  if (known !== undefined) return known;
  const lineage: object[] = [];
  for (let each: object | null = shape; each !== null; each = Object.getPrototypeOf(each)) lineage.unshift(each);
  const fields = lineage.flatMap((each) => ownFields.get(each) ?? []);
  const declaration = {
    fields,
    named: new Map(fields.map((field) => [field.name, field])),
    rules: lineage.flatMap((each) => ownRules.get(each) ?? []),
  };
  declarations.set(shape, declaration);
  return declaration;
}

/** What would be right, to follow "should be". */
export function expectedOf(type: FieldType): string {
  if (type.form !== 'list') return type.expected;
  return `a list of ${type.min} to ${type.max} items, each ${expectedOf(type.items)}`;
}
