import type { FactValue } from '../../projections/law/knowledge.js';
import type { Total } from '../../projections/law/totals.js';
import { COORDINATED, NEXT } from '../answers/answer.schema.js';
import type { Covered } from '../answers/coverage.js';
import { COVERED } from '../answers/coverage.schema.js';
import type { Coordinated } from '../answers/moment.js';
import type { Money } from '../fields/index.js';
import { MoneyFields } from '../fields/money.field.js';
import {
  both,
  declared,
  either,
  list,
  named,
  nullable,
  object,
  optional,
  type Schema,
  saying,
  text,
  truth,
  whole,
  wordOf,
} from '../schema.js';
import { day, slug, uuid } from '../values.schema.js';
import type { FactAnswer } from './fact.query.js';
import type { FactItem, Verdict } from './fact-item.js';
import type { StateAnswer } from './state.query.js';

export const FACT_VALUE: Schema<FactValue> = named(
  'FactValue',
  either(text('A word of its predicate.'), declared<Money>(MoneyFields), 'The value of a fact: a word, or money.'),
);

const BECAUSE = list(uuid('A development.'), 'The developments of the possible assertions, in log order.');

/** What a fact is on a day. */
export const JUDGED = {
  certainty: wordOf(
    ['definite', 'possible', 'unrecorded'],
    'definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".',
  ),
  value: optional(saying('The one possible value.', FACT_VALUE)),
  values: optional(
    list(nullable(FACT_VALUE), 'Every possible value, in JCS order; null, last, says that unrecorded is possible.'),
  ),
  since: optional(
    object<{ readonly earliest: string; readonly latest: string }>(
      {
        earliest: day('The first day on which it may have begun.'),
        latest: day('The first day by which it has certainly begun.'),
      },
      'Since when the definite value holds.',
    ),
  ),
  because: BECAUSE,
  contradiction: optional(
    list(
      uuid('A development.'),
      'Developments whose relative dates contradict one another; the answer is from the plain ranges.',
    ),
  ),
};

/** What a fact is on a day, without its name. */
export const VERDICT: Schema<Verdict> = named('Verdict', object(JUDGED, 'What a fact is on a day.'));

/** What a fact is called. */
export const NAMED = {
  fact: text('Its key, predicate:subject[:object].'),
  predicate: slug('What sort of fact it is.'),
  subject: slug('The entity it is about.'),
  object: optional(text('The other entity it is about, or the id of a development.')),
};

/** What names a fact. */
export const FACT_NAME: Schema<Pick<FactItem, 'fact' | 'predicate' | 'subject' | 'object'>> = object(NAMED);

export const FACT_ITEM: Schema<FactItem> = named('Fact', object({ ...NAMED, ...JUDGED }));

/** What a sum is of. */
export const SUMMED_UP = {
  predicate: slug('The predicate whose amounts are added up.'),
  subject: slug('The entity they are added up for.'),
  currency: nullable(text('ISO 4217; null where no amount is known.')),
};

const BOUNDS = {
  min: text('The sum is at least this; a decimal text.'),
  max: nullable(text('The sum is at most this; null where no upper end is known.')),
  certainty: wordOf(['definite', 'possible'], 'definite where the bounds meet.'),
  exact: truth('False where uncertain facts hang together, so that the true bounds may be narrower.'),
  unquantified: optional(whole('How many facts without an amount are counted in no sum.')),
};

/** A sum, without what it is of. */
export const SUM: Schema<Omit<Total, keyof typeof SUMMED_UP>> = named('Sum', object(BOUNDS, 'A sum with true bounds.'));

const TOTAL: Schema<Total> = named(
  'Total',
  object({ ...SUMMED_UP, ...BOUNDS }, 'The sum of a party’s fines in one currency, with true bounds.'),
);

export const STATE_ANSWER: Schema<StateAnswer> = named(
  'State',
  both(
    both(COORDINATED, COVERED),
    object<Omit<StateAnswer, keyof Coordinated | keyof Covered>>({
      facts: list(FACT_ITEM, 'By key; unrecorded facts are not listed.'),
      totals: list(TOTAL, 'Of the whole filter, on every page.'),
      next: NEXT,
    }),
  ),
);

export const FACT_ANSWER: Schema<FactAnswer> = named(
  'FactAnswer',
  both(
    both(COORDINATED, FACT_ITEM),
    both(
      COVERED,
      object<Pick<FactAnswer, 'withinCoverage'>>({
        withinCoverage: optional(
          truth(
            'Stands with `coverage` where the fact is unrecorded: true if the day was searched, so that nothing was found; false if nobody has looked that far.',
          ),
        ),
      }),
    ),
  ),
);
