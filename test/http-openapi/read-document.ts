import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';

interface Media {
  readonly schema: JsonObject;
  readonly 'x-itemSchema'?: JsonObject;
  readonly examples?: Readonly<Record<string, { readonly value?: JsonValue; readonly $ref?: string }>>;
}

export interface DocumentedParameter {
  readonly name: string;
  readonly in: string;
  readonly description: string;
  readonly schema: JsonObject;
  readonly example: JsonValue;
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly (DocumentedParameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly headers?: Readonly<Record<string, JsonObject>>;
        readonly content?: Readonly<Record<string, Media>>;
      }
    >
  >;
}

/** What the tests read of the document. */
export interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
}

export interface Documented {
  readonly method: string;
  readonly path: string;
  readonly operation: DocumentedOperation;
}

export const operationsIn = ({ paths }: Document): readonly Documented[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );

/** What a reference within the document leads to; anything else is itself. */
export function resolved(document: Document, value: object): object {
  if (!('$ref' in value)) return value;
  const steps = String(value.$ref).replace(/^#\//, '').split('/');
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], document);
  if (found === undefined) throw new Error(`nothing is at ${String(value.$ref)}`);
  return found as object;
}

/** Every reference that stands in a value. */
export function referencesIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === '$ref' && typeof member === 'string') return [member];
    // Of security schemes the names stand alone.
    if (name === 'security' && Array.isArray(member)) {
      return member.flatMap((way) => Object.keys(way).map((scheme) => `#/components/securitySchemes/${scheme}`));
    }
    return referencesIn(member);
  });
}

/** The problem codes that an operation says it may answer with. */
export const codesOf = ({ responses }: DocumentedOperation): readonly string[] =>
  Object.values(responses).flatMap(({ content = {} }) =>
    Object.keys(content['application/problem+json']?.examples ?? {}),
  );
