import type { JsonObject } from '../../event-store/canonical.js';
import { type ProblemCode, problem, STATUS, titleOf } from '../problem.js';
import { exampleReferences, headersOf } from './contents.js';
import type { Examples } from './examples.js';
import type { ResponseHeader } from './headers.js';
import { problemOfCodes } from './problem.schema.js';
import { MEANINGS } from './problem-meanings.js';

/** Headers that the problems of a status carry. */
const HEADERS: Readonly<Record<number, readonly ResponseHeader[]>> = {
  401: ['challenge'],
  403: ['challenge'],
  405: ['allow'],
  412: ['revisionTag'],
  429: ['retryAfter', 'rateLimit', 'rateLimitPolicy'],
  503: ['retryAfter'],
};

/** The Response Objects of problems by status. */
export function problemsOf(codes: readonly ProblemCode[]): Record<string, JsonObject> {
  const ordered = (Object.keys(STATUS) as ProblemCode[]).filter((code) => codes.includes(code));
  const statuses = new Set(ordered.map((code) => STATUS[code]));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      problemsOfStatus(
        status,
        ordered.filter((code) => STATUS[code] === status),
      ),
    ]),
  );
}

const problemsOfStatus = (status: number, codes: readonly ProblemCode[]): JsonObject => ({
  description: `${titleOf(status)}: ${codes.join(', ')}.`,
  ...(HEADERS[status] && { headers: headersOf(HEADERS[status]) }),
  content: {
    'application/problem+json': {
      schema: problemOfCodes(codes).json,
      examples: exampleReferences(codes),
    },
  },
});

/** The problems that operations refer to, each with when it is answered. */
export const problemExamples = ({ problems }: Examples): JsonObject =>
  Object.fromEntries(
    Object.entries(MEANINGS).map(([code, summary]) => [
      code,
      { summary, value: problems[code] ?? (problem(code, summary) as unknown as JsonObject) },
    ]),
  );
