import type { ProblemCode } from '../problem.js';
import { problemOfCodes } from './problem.schema.js';

/** What a line of an import can be refused with. */
export const PROBLEMS_OF_LINES: readonly ProblemCode[] = [
  'malformed-json',
  'invalid-line',
  'body-too-large',
  'invalid-development',
  'invalid-entity',
  'invalid-matter',
  'unknown-entity',
  'unknown-matter',
  'unknown-development',
  'contradictory-timing',
  'timing-limit',
  'development-not-found',
  'development-retracted',
  'not-retracted',
  'nothing-to-correct',
  'entity-type-fixed',
  'idempotency-key-reused',
  'stale-line',
  'concurrent-change',
  'views-behind',
  'log-unavailable',
  'internal-error',
];

export const LINE_PROBLEM = problemOfCodes(PROBLEMS_OF_LINES);
