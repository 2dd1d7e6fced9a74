import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import type { Faults } from './stage.js';

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: JsonValue;
}

/** The answers to earlier steps, by name. */
export type Told = Readonly<Record<string, JsonObject>>;

/** One request of the scenario, made after those before it. */
export interface Step {
  /** The operation that it asks. */
  readonly operation: string;
  readonly name: string;
  /** Absent: it is needed, but no example. */
  readonly summary?: string;
  readonly request: (told: Told) => Request;
  /** An example of this problem, not of the operation. */
  readonly problem?: string;
  readonly faults?: Faults;
  /** What the example keeps of a body that is too long to be read. */
  readonly shorten?: (body: JsonValue) => JsonValue;
}

const JSON_TYPE = { 'content-type': 'application/json' };
export const NDJSON_TYPE = { 'content-type': 'application/x-ndjson' };

export const get =
  (path: string | ((told: Told) => string), headers?: Request['headers']): Step['request'] =>
  (told) => ({ method: 'GET', path: typeof path === 'string' ? path : path(told), ...(headers && { headers }) });

export const send =
  (
    method: 'POST' | 'PUT',
    path: string | ((told: Told) => string),
    body: JsonValue | ((told: Told) => JsonValue),
    headers: Request['headers'] = {},
  ): Step['request'] =>
  (told) => ({
    method,
    path: typeof path === 'string' ? path : path(told),
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'function' ? body(told) : body,
  });
