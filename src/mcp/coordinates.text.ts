import type { Coordinated } from '../answers/moment.js';
import { knownText } from '../words/coordinates.text.js';

/** At which coordinates an answer was given, and how to get the same again. */
export const asKnownText = (answer: Coordinated): string =>
  `As ${knownText(answer)}. The same again: knownAt=position:${answer.knownAt.position}, asOf=${answer.asOf}.` +
  (answer.prospective ? ' The day is later than anything recorded: more may become known of it.' : '');

/** How to go on with a list; empty on its last page. @param beside what else the question then takes */
export const moreText = (next: string | null, beside = ''): readonly string[] =>
  next === null ? [] : [`There is more: ask again with ${beside && `${beside} and `}cursor=${next} alone.`];
