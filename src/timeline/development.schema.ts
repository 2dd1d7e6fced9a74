import { COORDINATED, NEXT } from '../answers/answer.schema.js';
import type { Covered } from '../answers/coverage.js';
import { COVERED } from '../answers/coverage.schema.js';
import type { Coordinated } from '../answers/moment.js';
import { SourceBody, TimingBody } from '../developments/bodies.js';
import { CAUSES } from '../developments/events.js';
import { DETAILS, KIND_NAME } from '../developments/kind.schema.js';
import type { Timing } from '../developments/timing.js';
import type { JsonObject } from '../event-store/canonical.js';
import { both, declared, list, named, object, only, optional, type Schema, text, truth, whole } from '../schema.js';
import { day, instant, position, slug, uuid } from '../values.schema.js';
import type { DevelopmentAnswer, HistoryAnswer, HistoryEntry } from './development.query.js';
import type { DevelopmentView } from './development-view.js';
import type { TimelineAnswer } from './timeline.query.js';

export const PAYLOAD_ERASED = only(
  true,
  'Stands where what it stated was erased: kind, title, day and details only stand for that.',
);
export const UNSOURCED = only(true, 'Stands where nobody said where it was read.');
export const SOURCES_ERASED = only(
  true,
  'Stands where events were erased that said where it was read, or may have: those sources are not listed.',
);

/** Of a development, what a version of it states. */
const STATED: Schema<HistoryEntry['version']> = object({
  kind: KIND_NAME,
  title: text('What happened, in one line.'),
  summary: text('One line made of the details.'),
  when: text('When it happened, in EDTF, as it is stored.'),
  earliest: day('The first day on which it may have happened.'),
  latest: day('The last day on which it may have happened.'),
  matter: optional(slug('The matter it belongs to.')),
  timing: list(declared<Timing>(TimingBody), 'How its date lies to those of other developments.'),
  details: DETAILS,
  sources: list(declared<JsonObject>(SourceBody), 'Where it was read.'),
  unsourced: optional(UNSOURCED),
  sourcesErased: optional(SOURCES_ERASED),
  payloadErased: optional(PAYLOAD_ERASED),
  note: optional(text('What else there is to say.')),
  replaces: optional(uuid('The retracted development that it stands in for.')),
  retracted: truth('Whether it is retracted.'),
});

/** Which version it is. */
const RECORDED: Schema<Pick<DevelopmentView, 'revision' | 'position' | 'recordedAt'>> = object({
  revision: whole('The number of the version’s event in its stream, for If-Match.'),
  position: position('Where that event is in the log.'),
  recordedAt: instant('When it was recorded.'),
});

const ID = object<Pick<DevelopmentView, 'id'>>({ id: uuid('The development.') });

const DEVELOPMENT: Schema<DevelopmentView> = named('Development', both(ID, both(RECORDED, STATED)));

export const DEVELOPMENT_ANSWER: Schema<DevelopmentAnswer> = named('DevelopmentAnswer', both(COORDINATED, DEVELOPMENT));

export const TIMELINE_ANSWER: Schema<TimelineAnswer> = named(
  'Timeline',
  both(
    both(COORDINATED, COVERED),
    object<Omit<TimelineAnswer, keyof Coordinated | keyof Covered>>({
      developments: list(DEVELOPMENT, 'By earliest day, latest day, then log order.'),
      next: NEXT,
    }),
  ),
);

const NOTE: Schema<Omit<HistoryEntry, 'revision' | 'position' | 'recordedAt'>> = object({
  type: text('The type of the event that led to this version.'),
  actor: text('Who recorded it.'),
  reason: optional(text('Why it was changed.')),
  cause: optional(text('What sort of reason that is.', { enum: CAUSES })),
  changed: optional(list(text('A JSON Pointer.'), 'What a correction changed.')),
  sources: optional(list(declared<JsonObject>(SourceBody), 'The sources that came with it.')),
  payloadErased: optional(
    only(
      true,
      'Stands where what this event said was erased: why it was, what it changed, which sources came with it.',
    ),
  ),
  version: named('Version', STATED),
});

export const HISTORY_ANSWER: Schema<HistoryAnswer> = named(
  'DevelopmentHistory',
  both(
    both(COORDINATED, ID),
    object<Pick<HistoryAnswer, 'versions'>>({
      versions: list(named('HistoryEntry', both(RECORDED, NOTE)), 'First to last.'),
    }),
  ),
);
