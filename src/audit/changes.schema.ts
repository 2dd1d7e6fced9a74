import { COORDINATED, NEXT } from '../answers/answer.schema.js';
import type { Coordinated } from '../answers/moment.js';
import { both, list, named, object, type Schema } from '../schema.js';
import { DIFFERENCE } from '../state/diff/diff.schema.js';
import { position } from '../values.schema.js';
import type { ChangedFact, ChangesAnswer } from './changes.query.js';

const CHANGED_FACT: Schema<ChangedFact> = named(
  'ChangedFact',
  both(
    DIFFERENCE,
    object<Pick<ChangedFact, 'positions'>>({
      positions: list(
        position('Where the event is in the log.'),
        'The events since then that touched what is stated about the fact, or a date that its own hang together with.',
      ),
    }),
  ),
);

export const CHANGES_ANSWER: Schema<ChangesAnswer> = named(
  'Changes',
  both(
    COORDINATED,
    object<Omit<ChangesAnswer, keyof Coordinated>>({
      since: position('The position asked about.'),
      nextSince: position('The position to ask from next time.'),
      facts: list(CHANGED_FACT, 'Facts whose answer is another one than it was then, by key.'),
      next: NEXT,
    }),
  ),
);
