import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../../event-store/canonical.js';
import { programFile } from '../../program-file.js';

/** A request and what the service answered to it when the sample was loaded. */
export interface Example {
  readonly name: string;
  readonly summary: string;
  readonly request: {
    readonly method: string;
    /** With its query. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Of NDJSON its text. */
    readonly body?: JsonValue;
  };
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Of what is not one JSON document its text. */
    readonly body?: JsonValue;
  };
}

/** Recorded by test/http-openapi/examples.spec.ts, which fails where the service answers otherwise. */
export interface Examples {
  readonly operations: Readonly<Record<string, readonly Example[]>>;
  /** A problem document for each code. */
  readonly problems: Readonly<Record<string, JsonObject>>;
}

/** The examples that come with the program. */
export const readExamples = (): Examples => JSON.parse(readFileSync(programFile('data', 'examples.json'), 'utf8'));

/** The media type without its parameters. */
export const mediaTypeOf = (headers: Readonly<Record<string, string>>): string | undefined =>
  headers['content-type']?.split(';')[0];
