import type { EntityType } from './entity-types.js';
import type { FieldType, Names, Shape } from './field.js';
import { declarationOf } from './field.js';
import { step } from './pointer.js';

/** A slug of an entity, where it stands, and the types that fit there. */
export interface EntityReference {
  readonly pointer: string;
  readonly slug: string;
  readonly types: readonly EntityType[];
}

/** What a value refers to, each with the JSON Pointer of where it does. */
export interface References {
  readonly entities: readonly EntityReference[];
  readonly matters: readonly { readonly pointer: string; readonly slug: string }[];
  readonly developments: readonly { readonly pointer: string; readonly id: string }[];
}

type Found = { readonly [What in keyof References]: References[What][number][] };

/** What a valid value (one that `validate` gave) refers to, in the order of its declaration. */
export function referencesIn(shape: Shape, value: object, basePointer: string): References {
  const found: Found = { entities: [], matters: [], developments: [] };
  collectFromObject(shape, value, basePointer, found);
  return found;
}

function collectFromObject(shape: Shape, value: object, pointer: string, found: Found): void {
  for (const { name, type } of declarationOf(shape).fields) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) collect(type, member, pointer + step(name), found);
  }
}

function collect(type: FieldType, value: unknown, pointer: string, found: Found): void {
  switch (type.form) {
    case 'nested':
      collectFromObject(type.shape(), value as object, pointer, found);
      break;
    case 'list':
      for (const [index, item] of (value as readonly unknown[]).entries()) {
        collect(type.items, item, pointer + step(index), found);
      }
      break;
    case 'leaf':
      if (type.names !== undefined) collectName(type.names, value as string, pointer, found);
  }
}

function collectName(names: Names, text: string, pointer: string, found: Found): void {
  switch (names.what) {
    case 'entity':
      if (text !== names.except) found.entities.push({ pointer, slug: text, types: names.types });
      break;
    case 'matter':
      found.matters.push({ pointer, slug: text });
      break;
    case 'development':
      found.developments.push({ pointer, id: text });
  }
}
