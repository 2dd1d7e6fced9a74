import type { Coordinated } from '../answers/moment.js';

/** Where in record time an answer was given, and by which rules: what to say to be answered the same again. */
export const knownText = ({ knownAt: { position, recordedAt }, rules, erased = [] }: Coordinated): string =>
  `known at position ${position} (${recordedAt === null ? 'before anything was recorded' : `recorded ${recordedAt}`}), rules ${rules}` +
  (erased.length === 0 ? '' : `, without what ${erased.length} of the developments stated, which was erased`);
