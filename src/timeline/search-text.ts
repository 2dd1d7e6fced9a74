import { type Phrase, phraseOf } from '../../projections/terms.js';
import { Refusal } from '../refusal.js';

/** Code points. */
export const LONGEST_SEARCH = 200;
const MOST_PARTS = 32;

/** A quoted part, to the end where nobody closed it, or a word. */
const PARTS = /"(?<quoted>[^"]*)"?|[^\s"]+/gu;
const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/gu;

/**
 * What a search asks for: every part has to be found. A word of three letters or more is also found where it begins
 * another, one in quotes only as it is; Chinese is found wherever it stands. Nothing in the text is an operator.
 * @throws {Refusal} invalid-parameter
 */
export function readSearch(text: string): readonly string[] {
  const parts = [...text.replace(QUOTES, '"').matchAll(PARTS)];
  const phrases = parts.flatMap(({ 0: word, groups }) => {
    const quoted = groups?.quoted;
    return phraseOf(quoted ?? word, quoted !== undefined) ?? [];
  });
  const expressions = [...new Set(phrases.map(asExpression))].sort();
  if (expressions.length === 0) {
    throw refused(
      'it holds no letter and no digit; write words, or a phrase in double quotes, such as "link blocking"',
    );
  }
  if (expressions.length > MOST_PARTS) {
    throw refused(`it has ${expressions.length} words or phrases, and at most ${MOST_PARTS} are looked for at once`);
  }
  return expressions;
}

/** In the language of FTS5. Terms hold letters, digits and marks alone, so nothing in the quotes can end them. */
const asExpression = ({ terms, open }: Phrase): string => `"${terms.join(' ')}"${open ? ' *' : ''}`;

const refused = (why: string): Refusal => new Refusal('invalid-parameter', `q: ${why}.`, { parameter: 'q' });
