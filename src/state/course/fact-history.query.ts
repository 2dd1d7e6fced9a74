import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../../answers/moment.js';
import type { Query as Parameters } from '../../answers/page.js';
import type { FactName } from './fact-timeline.query.js';
import type { ValidSpan } from './valid-span.js';

/** What was believed of a fact at some positions in a row. */
export interface Belief {
  /** The first and the last of the positions. */
  readonly from: string;
  readonly to: string;
  /** When the first of them was recorded; null at position 0. */
  readonly recordedAt: string | null;
  readonly spans: readonly ValidSpan[];
}

export interface FactHistoryAnswer extends Coordinated, FactName {
  readonly beliefs: readonly Belief[];
  readonly next: string | null;
}

/** What was believed of a fact, and when. */
export class FactHistoryQuery extends Query<FactHistoryAnswer> {
  constructor(
    readonly key: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
