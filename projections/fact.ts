/** One question the state answers. */
export interface Fact {
  readonly predicate: string;
  readonly subject: string;
  readonly object?: string;
}

/** `predicate:subject[:object]`; slugs and ids hold no colon. */
export const keyOf = ({ predicate, subject, object }: Fact): string =>
  object === undefined ? `${predicate}:${subject}` : `${predicate}:${subject}:${object}`;
