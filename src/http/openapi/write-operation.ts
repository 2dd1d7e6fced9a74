import type { AnySchema } from '../../schema.js';
import type { ProblemCode } from '../problem.js';
import type { RequestHeader, ResponseHeader } from './headers.js';
import { Operation, type OperationDoc } from './operation.js';

interface WriteOperationDoc extends Pick<OperationDoc, 'id' | 'summary' | 'description' | 'path'> {
  readonly body: AnySchema;
  readonly answer: AnySchema;
  /** What each status that is no problem says. */
  readonly statuses: Readonly<Record<number, string>>;
  /** What is written may be there already, so that it has a revision. */
  readonly changes: boolean;
  /** False where the same request again is the same anyway, and no key is needed. */
  readonly keyed?: false;
  /** Headers of the answer beside its ETag. */
  readonly answered?: readonly ResponseHeader[];
  /** Beside those of every command. */
  readonly problems: readonly ProblemCode[];
}

const PROBLEMS: readonly ProblemCode[] = [
  'malformed-json',
  'malformed-request',
  'invalid-parameter',
  'invalid-header',
  'concurrent-change',
  'body-too-large',
  'unsupported-media-type',
  'internal-error',
  'log-unavailable',
];

/** Documents a command, which needs a recorder: JSON in, and out where it was recorded. */
export const WriteOperation = (command: WriteOperationDoc): MethodDecorator => {
  const { body, answer, statuses, changes, keyed = true, answered = [], problems, ...doc } = command;
  const headers: readonly RequestHeader[] = [
    ...(keyed ? (['idempotencyKey'] as const) : []),
    ...(changes ? (['ifMatch'] as const) : []),
    'correlationId',
  ];
  const answerOf = (description: string) => ({
    description,
    content: { 'application/json': { schema: answer } },
    headers: ['revisionTag', ...(keyed ? (['replayed'] as const) : []), ...answered] as const,
  });
  return Operation({
    ...doc,
    needs: 'recorder',
    headers,
    body: { 'application/json': { schema: body } },
    answers: Object.fromEntries(Object.entries(statuses).map(([status, said]) => [status, answerOf(said)])),
    problems: [
      ...PROBLEMS,
      ...problems,
      ...(keyed ? (['idempotency-key-reused'] as const) : []),
      ...(changes ? (['revision-mismatch'] as const) : []),
      ...(doc.path ? (['not-found'] as const) : []),
    ],
  });
};
