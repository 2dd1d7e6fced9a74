import type { JsonObject, JsonValue } from '../../../event-store/canonical.js';

/** What the page reads of an OpenAPI document. */
export interface Described {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
  };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonObject>>;
    readonly parameters: Readonly<Record<string, DescribedParameter>>;
    readonly examples: Readonly<Record<string, DescribedExample>>;
  };
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly (DescribedParameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, DescribedContent>> };
  readonly responses: Readonly<Record<string, DescribedResponse>>;
  readonly 'x-codeSamples'?: readonly { readonly label: string; readonly source: string }[];
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description: string;
  readonly schema: JsonObject;
  readonly example?: JsonValue;
}

export interface DescribedContent {
  readonly schema: JsonObject;
  readonly 'x-itemSchema'?: JsonObject;
  readonly 'x-problems'?: JsonObject;
  readonly examples?: Readonly<Record<string, DescribedExample>>;
}

export interface DescribedExample {
  readonly summary: string;
  readonly value: JsonValue;
}

interface DescribedResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, JsonObject>>;
  readonly content?: Readonly<Record<string, DescribedContent>>;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** The name at the end of a reference. */
export const nameIn = (reference: JsonValue): string => String(reference).split('/').at(-1) ?? '';
