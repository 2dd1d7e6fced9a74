import type { JsonObject, JsonValue } from '../event-store/canonical.js';
import { type AnySchema, named, type Schema, truth } from '../schema.js';
import { position } from '../values.schema.js';
import type { Unpaged } from './questions.js';

const REAL = position('').definition.pattern;
const SUPPOSED = '^(0|[1-9]\\d*)(\\+[1-9]\\d*)?$';
const PARTS = '#/components/schemas/';

export const MORE = truth(
  'Whether there is more than the limit lets in: suppose the same again, and ask for more or for less.',
);

/** The same, but that positions may be supposed ones; named parts that say positions get names of their own. */
export function supposed<T>({ json, definition, parts }: Schema<T>): Schema<T> {
  const saying = partsSayingPositions(parts);
  const nameOf = (name: string): string => (saying.has(name) ? `Supposed${name}` : name);
  const turned = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, each]): [string, JsonValue] => {
      if (name === 'pattern' && each === REAL) return [name, SUPPOSED];
      if (name === '$ref') return [name, PARTS + nameOf(String(each).slice(PARTS.length))];
      return [name, turned(each)];
    });
    return Object.fromEntries(members);
  };
  return {
    json: turned(json) as JsonObject,
    definition: turned(definition) as JsonObject,
    parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [nameOf(name), turned(part) as JsonObject])),
  };
}

/** Names of parts that say positions, or refer to parts that do. */
function partsSayingPositions(parts: AnySchema['parts']): ReadonlySet<string> {
  const texts = Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)] as const);
  const saying = new Set<string>();
  const says = (text: string): boolean =>
    text.includes(JSON.stringify(REAL)) || [...saying].some((name) => text.includes(`"${PARTS}${name}"`));
  for (let before = -1; before < saying.size; ) {
    before = saying.size;
    for (const [name, text] of texts) if (says(text)) saying.add(name);
  }
  return saying;
}

/** A list of which there is one page. To be named by `supposed`, so as not to be taken for the list that it is made of. */
export function unpaged<A extends { readonly next: string | null }>({
  json,
  definition,
  parts,
}: Schema<A>): Schema<Unpaged<A>> {
  const { next: _, ...properties } = definition.properties as Readonly<Record<string, JsonObject>>;
  const required = (definition.required as readonly string[]).filter((each) => each !== 'next');
  const own = { ...definition, properties: { ...properties, more: MORE.json }, required: [...required, 'more'] };
  return named(String(json.$ref).slice(PARTS.length), { json: own, definition: own, parts });
}
