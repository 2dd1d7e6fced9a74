import type { AssertionRow } from './knowledge-of.js';

/** Of assertions `a` and their developments `d`, what an `AssertionRow` holds. */
export const ASSERTION = `a.dev, d.id, a.effect, a.node, a.earliest, a.latest, a.value, a.matter,
          EXISTS (SELECT 1 FROM nodes n WHERE n.dev = a.dev) AS bound`;

/** Whether an assertion `a` was known at some position of a range; takes its last position, then its first. */
export const KNOWN = 'a.known_from <= ? AND (a.known_to IS NULL OR a.known_to > ?)';

/** The positions at which it was known: from `known_from` until before `known_to`. */
export const SPAN = 'a.known_from, a.known_to';
export type SpannedRow = AssertionRow & { readonly known_from: number; readonly known_to: number | null };

export const wasKnownAt = ({ known_from, known_to }: SpannedRow, position: number): boolean =>
  known_from <= position && (known_to === null || known_to > position);
