import { ROLES } from '../../access/role.js';
import type { FieldError } from '../../refusal.js';
import { list, named, object, optional, type Schema, text, whole } from '../../schema.js';
import { uuid } from '../../values.schema.js';
import type { ProblemCode } from '../problem.js';
import { STATUS } from '../problem.js';

/** The members that a problem may have. */
interface Told {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly near?: readonly string[];
  readonly developments?: readonly string[];
  readonly parameter?: string;
  readonly revision?: number;
  readonly registeredType?: string;
  readonly needs?: string;
  readonly retryAfter?: number;
}

const FIELD_ERROR: Schema<FieldError> = named(
  'FieldError',
  object({
    pointer: text('A JSON Pointer into what was sent, or the name of a parameter after a slash.'),
    detail: text('What is wrong and what would be right.'),
  }),
);

export const PROBLEM: Schema<Told> = named(
  'Problem',
  object(
    {
      type: text('urn:regulatory-timeline:problem: and the code.', { format: 'uri' }),
      title: text('What sort of problem it is; the same for every problem of the status.'),
      status: whole('The HTTP status.'),
      code: text('A stable code to tell problems apart by.', { enum: Object.keys(STATUS) }),
      detail: text('What is wrong and what to do, in words.'),
      errors: optional(list(FIELD_ERROR, 'Each thing that is wrong with what was sent.')),
      near: optional(list(text('A name.'), 'Known names like the one that was not.')),
      developments: optional(list(uuid('A development.'), 'Those whose dates contradict one another.')),
      parameter: optional(text('The query parameter that is wrong.')),
      revision: optional(whole('The current revision.')),
      registeredType: optional(text('The type that the entity has.')),
      needs: optional(text('The role that is needed.', { enum: [...ROLES] })),
      retryAfter: optional(
        whole('Of a line of an import: seconds after which to send it again; other answers have Retry-After.'),
      ),
    },
    'Problem details (RFC 9457).',
  ),
);

/** A problem of one of the codes. */
export const problemOfCodes = (codes: readonly ProblemCode[]): Schema<object> => {
  const json = { allOf: [PROBLEM.json], properties: { code: { enum: codes } } };
  return { json, definition: json, parts: PROBLEM.parts };
};
