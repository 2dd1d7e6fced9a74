import type { JsonObject } from './json.js';
import { isObject } from './json.js';

/** As much of JSON Schema as forms are made of. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
  readonly 'x-entity-types'?: readonly string[];
  readonly 'x-or'?: string;
  readonly 'x-matter'?: true;
  readonly 'x-edtf'?: true;
}

/** What is filled in by what; a schema that none of these knows is a text. */
export type Widget =
  | 'entity'
  | 'entities'
  | 'matter'
  | 'development'
  | 'date'
  | 'day'
  | 'choice'
  | 'flag'
  | 'count'
  | 'money'
  | 'object'
  | 'objects'
  | 'texts'
  | 'text-or-money'
  | 'long-text'
  | 'text';

const LONG = 300;

export function widgetOf(schema: Schema): Widget {
  const { type, items, format } = schema;
  if (schema['x-entity-types']) return 'entity';
  if (schema['x-matter']) return 'matter';
  if (schema['x-edtf']) return 'date';
  if (schema.enum) return 'choice';
  if (schema.const === true) return 'flag';
  if (schema.anyOf) return 'text-or-money';
  if (format === 'uuid') return 'development';
  if (format === 'date') return 'day';
  if (type === 'integer') return 'count';
  if (type === 'object') return schema.properties?.currency ? 'money' : 'object';
  if (type === 'array') {
    if (items?.['x-entity-types']) return 'entities';
    return items?.type === 'object' ? 'objects' : 'texts';
  }
  return (schema.maxLength ?? 0) > LONG ? 'long-text' : 'text';
}

/** What it is for; a description's last sentence only says which values there may be, which the widget shows. */
export function purposeOf({ description = '' }: Schema): string {
  return description
    .split(/(?<=\.)\s(?=[A-Z])/)
    .slice(0, -1)
    .join(' ');
}

/** What has to be there and may hold nothing, as it is before anybody fills it in. */
export function blankOf({ properties = {}, required = [] }: Schema): JsonObject {
  const empty = required.filter((name) => properties[name]?.type === 'array' && !properties[name]?.minItems);
  return Object.fromEntries(empty.map((name) => [name, []]));
}

/** Of a schema as it was answered. */
export const asSchema = (schema: unknown): Schema => (isObject(schema) ? (schema as Schema) : {});
