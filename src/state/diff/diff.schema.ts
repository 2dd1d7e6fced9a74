import { COMPARED, NEXT } from '../../answers/answer.schema.js';
import type { Compared } from '../../answers/moment.js';
import { both, either, list, named, nullable, object, only, type Schema, text, wordOf } from '../../schema.js';
import { day, instant, position, uuid } from '../../values.schema.js';
import { NAMED, SUM, SUMMED_UP, VERDICT } from '../state.schema.js';
import type { DiffAnswer } from './diff.query.js';
import type { Difference } from './differences.js';
import type { Responsible } from './responsible.js';
import { DEEDS, type Event } from './steps.js';
import type { TotalDifference } from './total-differences.js';

const EVENT: Schema<Event> = object(
  {
    what: wordOf(DEEDS, 'What was done to the development after the one position, up to the other.'),
    position: position('Where that event is in the log.'),
    recordedAt: instant('When it was recorded.'),
  },
  'Something else was known of it.',
);

const CAME_DUE: Schema<Exclude<Responsible['how'][number], Event>> = object(
  {
    what: only('came-due', 'It had not come yet, or not certainly, by the earlier of the two days.'),
    earliest: day('The first day on which it may have come.'),
    latest: day('The first day by which it has certainly come.'),
  },
  'Its day lies between the two days, or may.',
);

const RESPONSIBLE: Schema<Responsible> = named(
  'Responsible',
  object(
    {
      development: uuid('The development.'),
      kind: text('Its kind.'),
      title: text('Its title, as known at the later position.'),
      how: list(either(EVENT, CAME_DUE, 'One way in which it made the difference.'), 'How it made the difference.'),
    },
    'A development that made the difference.',
  ),
);

export const DIFFERENCE: Schema<Difference> = named(
  'Difference',
  object({
    ...NAMED,
    before: VERDICT,
    after: VERDICT,
    because: list(RESPONSIBLE, 'The developments that made the difference, in log order.'),
  }),
);

export const TOTAL_DIFFERENCE: Schema<TotalDifference> = named(
  'TotalDifference',
  object(
    {
      ...SUMMED_UP,
      before: nullable(SUM),
      after: nullable(SUM),
    },
    'A sum that is another one; null where there was nothing to add up.',
  ),
);

export const DIFF_ANSWER: Schema<DiffAnswer> = named(
  'Diff',
  both(
    COMPARED,
    object<Omit<DiffAnswer, keyof Compared>>({
      facts: list(DIFFERENCE, 'Facts whose answer differs, by key.'),
      totals: list(TOTAL_DIFFERENCE, 'Sums that differ, of the facts that match at either point; on every page.'),
      next: NEXT,
    }),
  ),
);
