import { COORDINATED, NEXT } from '../../answers/answer.schema.js';
import type { Coordinated } from '../../answers/moment.js';
import { both, list, named, nullable, object, type Schema } from '../../schema.js';
import { day, instant, position } from '../../values.schema.js';
import { FACT_NAME, JUDGED } from '../state.schema.js';
import type { Belief, FactHistoryAnswer } from './fact-history.query.js';
import type { FactName, FactTimelineAnswer } from './fact-timeline.query.js';
import type { ValidSpan } from './valid-span.js';

const { since: _, ...VERDICT } = JUDGED;

const SPAN: Schema<ValidSpan> = named(
  'ValidSpan',
  object(
    {
      from: day('The first day; 0001-01-01, where the calendar begins, stands for no beginning.'),
      to: day('The last day; 9999-12-31, where the calendar ends, stands for no end.'),
      ...VERDICT,
    },
    'Days in a row on which a fact is the same, on the same grounds.',
  ),
);

const SPANS = list(SPAN, 'In order, without gaps: every day asked about is in one of them.');

export const FACT_TIMELINE_ANSWER: Schema<FactTimelineAnswer> = named(
  'FactTimeline',
  both(
    both(COORDINATED, FACT_NAME),
    object<Omit<FactTimelineAnswer, keyof Coordinated | keyof FactName>>({ spans: SPANS, next: NEXT }),
  ),
);

const BELIEF: Schema<Belief> = named(
  'Belief',
  object(
    {
      from: position('The first of the positions.'),
      to: position('The last of the positions.'),
      recordedAt: nullable(instant('When the first of them was recorded; null at position 0.')),
      spans: SPANS,
    },
    'Positions in a row at which the same was believed.',
  ),
);

export const FACT_HISTORY_ANSWER: Schema<FactHistoryAnswer> = named(
  'FactHistory',
  both(
    both(COORDINATED, FACT_NAME),
    object<Omit<FactHistoryAnswer, keyof Coordinated | keyof FactName>>({
      beliefs: list(BELIEF, 'In order, without gaps: from position 0 to knownAt. Neighbours differ.'),
      next: NEXT,
    }),
  ),
);
