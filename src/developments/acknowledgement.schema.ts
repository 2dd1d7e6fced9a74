import { declared, list, named, object, optional, type Schema, saying, text, whole, wordOf } from '../schema.js';
import { instant, recordedPosition, uuid } from '../values.schema.js';
import { TimingBody } from './bodies.js';
import type { Timing } from './timing.js';
import type { Acknowledgement, Mention, Warning } from './writing.js';

export const WARNING: Schema<Warning> = named(
  'Warning',
  object({
    code: wordOf(
      ['timing-void', 'order-unknown'],
      'timing-void: it is timed after a retracted development. order-unknown: it may have come before or after another one that speaks of the same fact.',
    ),
    detail: text('What to look at, in words.'),
    fact: optional(text('The fact of which both speak.')),
    development: uuid('The other development.'),
    proposed: optional(
      saying('A timing that would settle it, if this one came after the other.', declared<Timing>(TimingBody)),
    ),
  }),
);

export const MENTION: Schema<Mention> = named(
  'Mention',
  object({ id: uuid('A development.'), role: text('How it refers to this one: after, fine, replaces.') }),
);

export const ACKNOWLEDGEMENT: Schema<Acknowledgement> = named(
  'Acknowledgement',
  object({
    id: uuid('The development.'),
    revision: whole('The number of its last event in its stream, for If-Match.'),
    position: recordedPosition('Where that event is in the log, for minPosition.'),
    recordedAt: instant('When that was recorded.'),
    warnings: list(WARNING, 'What was accepted but may not be meant.'),
    referredBy: optional(list(MENTION, 'After a retraction or reinstatement: the developments that refer to it.')),
  }),
);
