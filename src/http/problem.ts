import { UnknownEvent } from '../developments/upcast.js';
import { AppendTooLarge, EventStoreError, EventTooLarge, InvalidAppend, NotStorable } from '../event-store/errors.js';
import { Refusal } from '../refusal.js';

/** The status of every code; the only place that knows statuses. */
export const STATUS = {
  'malformed-json': 400,
  'malformed-request': 400,
  'invalid-coordinate': 400,
  'invalid-parameter': 400,
  'invalid-header': 400,
  'stale-cursor': 400,
  unauthenticated: 401,
  forbidden: 403,
  'cross-origin': 403,
  'not-found': 404,
  'development-not-found': 404,
  'entity-not-found': 404,
  'matter-not-found': 404,
  'unknown-fact': 404,
  'method-not-allowed': 405,
  'idempotency-key-reused': 409,
  'development-retracted': 409,
  'not-retracted': 409,
  'nothing-to-correct': 409,
  'entity-type-fixed': 409,
  'concurrent-change': 409,
  'stale-line': 409,
  'revision-mismatch': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'unexpected-host': 421,
  'invalid-development': 422,
  'invalid-entity': 422,
  'invalid-matter': 422,
  'invalid-line': 422,
  'invalid-what-if': 422,
  'what-if-limit': 422,
  'unknown-entity': 422,
  'unknown-matter': 422,
  'unknown-development': 422,
  'contradictory-timing': 422,
  'timing-limit': 422,
  'rate-limited': 429,
  'internal-error': 500,
  'log-unavailable': 503,
  'views-behind': 503,
  'projection-parked': 503,
  'issuer-unavailable': 503,
} as const;

export type ProblemCode = keyof typeof STATUS;

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Who asks is not known',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not done that way',
  409: 'In conflict with the current state',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported media type',
  421: 'Not asked by its name',
  422: 'The content is not valid',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available just now',
};

/** What is said of every problem of a status. */
export const titleOf = (status: number): string => TITLES[status] ?? 'Error';

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly [member: string]: unknown;
}

export function problem(code: string, detail: string, extra: object = {}): Problem {
  const status = (STATUS as Readonly<Record<string, number>>)[code] ?? 500;
  return {
    type: `urn:regulatory-timeline:problem:${code}`,
    title: titleOf(status),
    status,
    code,
    detail,
    ...extra,
  };
}

/** The problem document for anything thrown; undefined for what nobody foresaw. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return problem(error.code, error.message, error.extra);
  if (error instanceof EventTooLarge || error instanceof AppendTooLarge)
    return problem('body-too-large', error.message);
  // Whatever a client sends is checked before: then it is a defect of this program.
  if (error instanceof NotStorable || error instanceof InvalidAppend) return undefined;
  if (error instanceof UnknownEvent) {
    return problem(
      'log-unavailable',
      `A stream can't be read: ${error.message}. Start a newer version of the program.`,
    );
  }
  if (error instanceof EventStoreError) return problem('log-unavailable', error.message, { retryAfter: 1 });
  return httpProblem(error);
}

/** The problem document for anything thrown. @param report told of what nobody foresaw, which is not told to clients */
export function toldProblem(error: unknown, report: (error: unknown) => void): Problem {
  const foreseen = problemOf(error);
  if (foreseen) return foreseen;
  report(error);
  return problem('internal-error', 'This should not have happened.');
}

/** Errors of the HTTP server itself, which carry a status. */
function httpProblem(error: unknown): Problem | undefined {
  const {
    status,
    statusCode = status,
    message = '',
  } = error as { status?: number; statusCode?: number; message?: string };
  switch (statusCode) {
    case 400:
      return problem('malformed-request', `${message}.`);
    case 404:
      return problem('not-found', `${message}: there is no such operation.`);
    case 413:
      return problem('body-too-large', 'The body is larger than this operation takes.');
    case 414:
      return problem('not-found', 'A part of the path is too long to name anything.');
    case 415:
      return problem('unsupported-media-type', 'Send application/json (POST /v1/import takes application/x-ndjson).');
    default:
      return undefined;
  }
}
