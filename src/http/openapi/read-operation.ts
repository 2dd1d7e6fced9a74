import type { Needs } from '../../access/role.js';
import type { Shape } from '../../fields/index.js';
import type { AnySchema } from '../../schema.js';
import type { ProblemCode } from '../problem.js';
import type { ResponseHeader } from './headers.js';
import { Operation, type OperationDoc } from './operation.js';

interface ReadOperationDoc extends Pick<OperationDoc, 'id' | 'summary' | 'description' | 'path' | 'basic'> {
  readonly parameters: Shape;
  readonly answer: AnySchema;
  /** What the answer is where it is no JSON. */
  readonly mediaType?: string;
  /** Headers of the answer beside its ETag and how long it may be kept. */
  readonly answered?: readonly ResponseHeader[];
  /** Beside those of every question at coordinates. */
  readonly problems?: readonly ProblemCode[];
  /** A reader, unless it says otherwise. */
  readonly needs?: Needs;
}

const PROBLEMS: readonly ProblemCode[] = [
  'invalid-coordinate',
  'invalid-parameter',
  'internal-error',
  'log-unavailable',
  'views-behind',
  'projection-parked',
];

/** Documents a question at coordinates: one answer, which may be kept and asked for again. */
export const ReadOperation = ({
  answer,
  mediaType = 'application/json',
  answered = [],
  problems = [],
  needs = 'reader',
  ...doc
}: ReadOperationDoc): MethodDecorator =>
  Operation({
    ...doc,
    needs,
    headers: ['ifNoneMatch'],
    answers: {
      200: {
        description: 'The answer, with the coordinates at which it is given.',
        content: { [mediaType]: { schema: answer } },
        headers: ['answerTag', 'cacheControl', ...answered],
      },
      304: {
        description: 'The answer is the one that If-None-Match names.',
        headers: ['answerTag', 'cacheControl', ...answered],
      },
    },
    problems: [...PROBLEMS, ...problems, ...(doc.path ? (['malformed-request', 'not-found'] as const) : [])],
  });
