import { distance } from 'fastest-levenshtein';

const SHOWN = 3;
/** Names have at most 64 characters; what is far longer is like none of them, and slow to compare. */
const LONGEST = 96;

/** The candidates most like a word: few edits away, or one inside the other. Best first. */
export function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const plain = flat(word);
  if (plain.length > LONGEST) return [];
  const allowed = Math.max(1, Math.floor(plain.length / 3));
  return candidates
    .map((candidate) => ({ candidate, edits: edits(plain, flat(candidate)) }))
    .filter((each) => each.edits <= allowed)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ candidate }) => candidate);
}

const flat = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function edits(a: string, b: string): number {
  const within = a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a));
  return Math.min(distance(a, b), within ? 1 : Number.POSITIVE_INFINITY);
}
