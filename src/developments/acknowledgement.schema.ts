import { list, named, object, optional, type Schema, text, whole } from '../schema.js';
import { instant, position, uuid } from '../values.schema.js';
import type { Acknowledgement, Mention, Warning } from './writing.js';

const WARNING: Schema<Warning> = named(
  'Warning',
  object({ code: text('A stable code.'), detail: text('What to look at, in words.') }),
);

const MENTION: Schema<Mention> = named(
  'Mention',
  object({ id: uuid('A development.'), role: text('How it refers to this one: fine, replaces.') }),
);

export const ACKNOWLEDGEMENT: Schema<Acknowledgement> = named(
  'Acknowledgement',
  object({
    id: uuid('The development.'),
    revision: whole('The number of its last event in its stream, for If-Match.'),
    position: position('Where that event is in the log, for minPosition.'),
    recordedAt: instant('When that was recorded.'),
    warnings: list(WARNING, 'What was accepted but may not be meant.'),
    referredBy: optional(list(MENTION, 'After a retraction or reinstatement: the developments that refer to it.')),
  }),
);
