import { COORDINATED, NEXT } from '../answers/answer.schema.js';
import type { Coordinated } from '../answers/moment.js';
import { CAUSES } from '../developments/events.js';
import { both, list, named, object, only, optional, type Schema, text, whole } from '../schema.js';
import { day, instant, position, uuid } from '../values.schema.js';
import type { Backdated, FactRetold } from './backdated.js';
import type { BackdatedAnswer } from './backdated.query.js';

const FACT_RETOLD: Schema<FactRetold> = named(
  'FactRetold',
  object({
    fact: text('The key of the fact.'),
    from: day('The first day on which it has other values now.'),
  }),
);

const BACKDATED: Schema<Backdated> = named(
  'Backdated',
  object({
    position: position('Where the event is in the log.'),
    recordedAt: instant('When it was recorded.'),
    actor: text('Who recorded it.'),
    type: text('The kind of what was recorded, or the type of the change.'),
    development: uuid('The development.'),
    kind: text('Its kind.'),
    title: text('What happened, in one line.'),
    when: text('When it happened, in EDTF.'),
    earliest: day('The first day on which it may have happened, as known then.'),
    latest: day('The last day on which it may have happened, as known then.'),
    lag: whole(
      'Days to the day of record, in UTC: from the last day on which it may have happened or, of a change, from the first day that is told otherwise.',
    ),
    payloadErased: optional(
      only(true, 'Stands where what the event said, or the development stated then, was erased, and is left out here.'),
    ),
    beforeErased: optional(
      only(
        true,
        'Stands where what the development stated before the change was erased: the past may have been told so already.',
      ),
    ),
    reason: optional(text('Why it was changed.')),
    cause: optional(text('What sort of reason that is.', { enum: CAUSES })),
    changed: optional(list(text('A JSON Pointer.'), 'What a correction changed.')),
    from: optional(day('Of a change, the first day that is told otherwise.')),
    facts: optional(
      list(FACT_RETOLD, 'Of a change, the facts that have other values on days before the day of record.'),
    ),
  }),
);

export const BACKDATED_ANSWER: Schema<BackdatedAnswer> = named(
  'BackdatedAnswer',
  both(
    COORDINATED,
    object<Omit<BackdatedAnswer, keyof Coordinated>>({
      days: whole('What was recorded more days than these after it happened is listed.'),
      backdated: list(BACKDATED, 'In log order.'),
      next: NEXT,
    }),
  ),
);
