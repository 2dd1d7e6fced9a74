import { COORDINATED, NEXT } from '../../answers/answer.schema.js';
import type { Coordinated } from '../../answers/moment.js';
import { SourceBody } from '../../developments/bodies.js';
import { KIND_NAME } from '../../developments/kind.schema.js';
import type { JsonObject } from '../../event-store/canonical.js';
import { both, declared, list, named, object, only, optional, type Schema, text, whole, wordOf } from '../../schema.js';
import { PAYLOAD_ERASED, SOURCES_ERASED, UNSOURCED } from '../../timeline/development.schema.js';
import { day, instant, position, uuid } from '../../values.schema.js';
import type { FactItem } from '../fact-item.js';
import { FACT_ITEM, FACT_VALUE } from '../state.schema.js';
import type { DecisiveTiming, TimedDay } from './decisive-timing.js';
import type { Follower } from './follower.js';
import type { ExplainedAssertion, RetractedDevelopment, WhyAnswer } from './why.query.js';

const ID = uuid('The development.');
const TITLE = text('What happened, in one line.');
const NODE = text('Which of the development’s days it is: when, or where in the details it stands.');
const POSITION = position('Where the event is in the log that led to the version of the development.');
const RECORDED_AT = instant('When that was recorded.');

const TIMED_DAY: Schema<TimedDay> = named(
  'TimedDay',
  object({
    id: ID,
    title: TITLE,
    node: NODE,
    earliest: day('The first day that is left for it.'),
    latest: day('The last day that is left for it.'),
  }),
);

const TIMING: Schema<DecisiveTiming> = named(
  'DecisiveTiming',
  object(
    {
      of: TIMED_DAY,
      after: TIMED_DAY,
      atLeast: text('At least so many days lie between; an ISO 8601 duration.'),
      atMost: optional(text('At most so many; absent where there is no such bound.')),
      decides: list(
        wordOf(
          ['earliest', 'latest', 'counts'],
          'earliest: that it can’t have come sooner. latest: that it can’t have come later. counts: that it does not count.',
        ),
        'What it decides of the assertion.',
      ),
      text: text('The same in words.'),
    },
    'How one day lies to another, where that decided something.',
  ),
);

const FOLLOWER: Schema<Follower> = named(
  'Follower',
  object(
    {
      development: object<Follower['development']>({ id: ID, title: TITLE }, 'Which development says so.'),
      value: FACT_VALUE,
      earliest: day('The first day it may be.'),
      latest: day('The last day it may be.'),
      from: day('The first day on which it can be and come after the assertion.'),
      tie: optional(
        wordOf(
          ['same-development', 'recorded-later', 'told-after'],
          'Where both are on one and the same day, why it is the later one: it is a later effect of the same development; it was recorded later; its development is told to come after the other.',
        ),
      ),
    },
    'What came, or may have come, after an assertion.',
  ),
);

const ASSERTION: Schema<ExplainedAssertion> = named(
  'ExplainedAssertion',
  object({
    development: object<ExplainedAssertion['development']>(
      {
        id: ID,
        kind: KIND_NAME,
        title: TITLE,
        summary: text('One line made of the details.'),
        revision: whole('The number of its version’s event in its stream.'),
      },
      'Which development says so, in its version at knownAt.',
    ),
    value: FACT_VALUE,
    node: NODE,
    when: text('That day as it is written, in EDTF.'),
    earliest: day('The first day it may be, as far as all that bears on it tells.'),
    latest: day('The last day it may be.'),
    counts: wordOf(
      ['definite', 'possible', 'no'],
      'Whether it is what is so on the day asked about: whatever the exact days were, or depending on them, or in no case.',
    ),
    reason: text('Why, in words for people; all that it says is in the other members, too.'),
    followers: list(
      FOLLOWER,
      'Where it may count: what may have come after it by the day asked about, and count. Where it came and does not count: of these one or another has come after it, whatever the exact days were. Equal ones once, 10 at most.',
    ),
    moreFollowers: optional(whole('How many more of them there are.')),
    contradictory: optional(
      only(true, 'What binds its day to others is contradictory, so that only the days themselves were looked at.'),
    ),
    timings: list(TIMING, 'The relative dates that decided it.'),
    sources: list(declared<JsonObject>(SourceBody), 'Where it was read.'),
    unsourced: optional(UNSOURCED),
    sourcesErased: optional(SOURCES_ERASED),
    position: POSITION,
    recordedAt: RECORDED_AT,
  }),
);

const RETRACTED: Schema<RetractedDevelopment> = object({
  id: ID,
  kind: KIND_NAME,
  title: TITLE,
  payloadErased: optional(PAYLOAD_ERASED),
  position: position('Where its retraction is in the log, or what was said of it after that.'),
  recordedAt: RECORDED_AT,
});

export const WHY_ANSWER: Schema<WhyAnswer> = named(
  'Why',
  both(
    both(COORDINATED, FACT_ITEM),
    object<Omit<WhyAnswer, keyof Coordinated | keyof FactItem>>({
      reason: text('Why the fact is what it is, for people.'),
      assertions: list(ASSERTION, 'Every assertion known about it: by earliest day, latest day, then tie order.'),
      retracted: list(
        RETRACTED,
        'Developments that spoke of it until they were retracted, in log order: the last 20 at most.',
      ),
      next: NEXT,
    }),
  ),
);
