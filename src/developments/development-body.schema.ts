import type { JsonObject } from '../event-store/canonical.js';
import { type AnySchema, declared, named, type Schema } from '../schema.js';
import { DevelopmentBody } from './bodies.js';
import type { Kind } from './kinds/index.js';
import { KINDS } from './kinds/index.js';

const { definition, parts } = declared(DevelopmentBody);
const { additionalProperties: _, properties, required, ...rest } = definition;
const { kind: __, details: ___, ...stated } = properties as Readonly<Record<string, JsonObject>>;
const { DevelopmentBody: ____, ...partsOfStated } = parts;

/** What the bodies of all kinds have in common; each rules out other members for itself. */
const STATED = named('StatedDevelopment', {
  json: definition,
  definition: {
    ...rest,
    properties: stated,
    required: (required as readonly string[]).filter((name) => Object.hasOwn(stated, name)),
  },
  parts: partsOfStated,
});

function bodyOf({ kind, description, details }: Kind): AnySchema {
  const own = declared(details);
  const body: JsonObject = {
    description,
    type: 'object',
    allOf: [STATED.json],
    properties: { kind: { const: kind }, details: own.json },
    required: ['kind', 'details'],
    unevaluatedProperties: false,
  };
  return named(kind, { json: body, definition: body, parts: { ...STATED.parts, ...own.parts } });
}

const BODIES = KINDS.map((kind) => ({ kind: kind.kind, ...bodyOf(kind) }));

/** The body of POST /v1/developments: `kind` says which details it has. */
export const DEVELOPMENT_BODY: Schema<DevelopmentBody> = named('DevelopmentBody', {
  json: {},
  definition: {
    oneOf: BODIES.map(({ json }) => json),
    discriminator: {
      propertyName: 'kind',
      mapping: Object.fromEntries(BODIES.map(({ kind, json }) => [kind, json.$ref as string])),
    },
  },
  parts: Object.assign({}, ...BODIES.map((body) => body.parts)),
});
