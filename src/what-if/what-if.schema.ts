import { ERASED } from '../answers/answer.schema.js';
import { MENTION, WARNING } from '../developments/acknowledgement.schema.js';
import type { JsonObject } from '../event-store/canonical.js';
import { IMPORT_LINE } from '../import/import.schema.js';
import {
  type AnySchema,
  alternatives,
  declared,
  list,
  named,
  nullable,
  object,
  optional,
  type Schema,
  text,
  whole,
  wordOf,
} from '../schema.js';
import { FACT_TIMELINE_ANSWER } from '../state/course/course.schema.js';
import { DIFF_ANSWER, DIFFERENCE, TOTAL_DIFFERENCE } from '../state/diff/diff.schema.js';
import { INTEROPERABILITY_ANSWER } from '../state/interoperability.schema.js';
import { FACT_ANSWER, STATE_ANSWER } from '../state/state.schema.js';
import { WHY_ANSWER } from '../state/why/why.schema.js';
import { TIMELINE_ANSWER } from '../timeline/development.schema.js';
import { day, instant, position } from '../values.schema.js';
import type { Asked } from './questions.js';
import type { SupposedCommand } from './suppose-commands.js';
import { MORE, supposed, unpaged } from './supposed.schema.js';
import { WhatIfBody } from './what-if.body.js';
import type { Answered, SupposedChanges, WhatIfAnswer } from './what-if.query.js';

const { definition, parts } = declared<WhatIfBody>(WhatIfBody);

export const WHAT_IF_BODY: Schema<WhatIfBody> = withCommands({
  ...(definition.properties as JsonObject),
  commands: {
    ...((definition.properties as JsonObject).commands as JsonObject),
    items: IMPORT_LINE.json,
  },
});

/** The shape leaves open what commands are. */
function withCommands(properties: JsonObject): Schema<WhatIfBody> {
  const own: JsonObject = { ...definition, properties };
  const { [WhatIfBody.name]: _, ...others } = parts;
  return named(WhatIfBody.name, { json: own, definition: own, parts: { ...others, ...IMPORT_LINE.parts } });
}

const command = (problem: Schema<object>): Schema<SupposedCommand> =>
  object({
    command: whole('Which command, from 1.'),
    status: wordOf(
      ['recorded', 'unchanged', 'refused'],
      'recorded: it would be. unchanged: it would change nothing, or the log has it already. refused: it would be refused.',
    ),
    id: optional(
      text(
        'The development, or the slug of the entity or matter. The id of a new one with a ref is the one that an import would give it.',
      ),
    ),
    revision: optional(whole('The number that its event would have in its stream.')),
    position: optional(position('Where it would be recorded, after the base.')),
    warnings: optional(list(WARNING, 'What would be accepted but may not be meant.')),
    referredBy: optional(list(MENTION, 'After a retraction or reinstatement: the developments that refer to it.')),
    problem: optional(problem),
  });

const CHANGES: Schema<SupposedChanges> = object(
  {
    facts: list(DIFFERENCE, 'Facts whose answer on the day would be another one, by key, 1000 at most.'),
    totals: optional(
      list(TOTAL_DIFFERENCE, 'Sums that would be others; left out where too many fines would have to be added up.'),
    ),
    more: MORE,
  },
  'What the commands would change on the day asked about.',
);

/** An answer under the name of its question. */
const under = (name: keyof Asked | 'problem', answer: AnySchema): Schema<Answered> =>
  object<Answered>({ [name]: answer as Schema<object> });

const answers = (problem: Schema<object>): Schema<Answered> =>
  alternatives<Answered>(
    [
      under('state', unpaged(STATE_ANSWER)),
      under('diff', unpaged(DIFF_ANSWER)),
      under('fact', FACT_ANSWER),
      under('why', unpaged(WHY_ANSWER)),
      under('factTimeline', unpaged(FACT_TIMELINE_ANSWER)),
      under('timeline', unpaged(TIMELINE_ANSWER)),
      under('interoperability', INTEROPERABILITY_ANSWER),
      under('problem', problem),
    ],
    'The answer under the name of its question, with `more` in the place of `next`, or the problem.',
  );

/**
 * @param ofCommand the schema of a problem that a command can be refused with
 * @param ofQuestion the same of a question
 */
export const whatIfAnswer = (ofCommand: Schema<object>, ofQuestion: Schema<object>): Schema<WhatIfAnswer> =>
  supposed(
    named(
      'WhatIf',
      object<WhatIfAnswer>({
        base: object<WhatIfAnswer['base']>(
          {
            position: position('The last position of the log that the answer takes in; 0 is before everything.'),
            recordedAt: nullable(instant('When that was recorded; null at position 0.')),
          },
          'What everything is supposed on top of.',
        ),
        asOf: day('The day the changes are about, and every answer that names none.'),
        rules: whole('The version of the rules.'),
        erased: optional(ERASED),
        commands: list(command(ofCommand), 'What would become of each, in their order.'),
        changes: CHANGES,
        answers: list(answers(ofQuestion), 'What would be answered to each question, in their order.'),
      }),
    ),
  );
