import { Query } from '@nestjs/cqrs';
import type { FactValue } from '../../../projections/law/knowledge.js';
import type { Coordinated } from '../../answers/moment.js';
import type { Query as Parameters } from '../../answers/page.js';
import type { DevelopmentView } from '../../timeline/development-view.js';
import type { FactItem } from '../fact-item.js';
import type { DecisiveTiming } from './decisive-timing.js';
import type { Followed } from './follower.js';

/** One assertion about a fact, and how it stands on the day. */
export interface ExplainedAssertion
  extends Followed,
    Pick<DevelopmentView, 'sources' | 'unsourced' | 'sourcesErased' | 'position' | 'recordedAt'> {
  readonly development: Pick<DevelopmentView, 'id' | 'kind' | 'title' | 'summary' | 'revision'>;
  readonly value: FactValue;
  /** Which of the development's days it is: `when`, or the name of a date in its details. */
  readonly node: string;
  /** That day as it is written, in EDTF. */
  readonly when: string;
  readonly earliest: string;
  readonly latest: string;
  /** In every world, in some, in none. */
  readonly counts: 'definite' | 'possible' | 'no';
  readonly reason: string;
  /** What binds its day is contradictory, so that only the days themselves were looked at. */
  readonly contradictory?: true;
  readonly timings: readonly DecisiveTiming[];
}

/** What spoke of the fact until it was retracted. */
export type RetractedDevelopment = Pick<
  DevelopmentView,
  'id' | 'kind' | 'title' | 'payloadErased' | 'position' | 'recordedAt'
>;

export interface WhyAnswer extends Coordinated, FactItem {
  readonly reason: string;
  readonly assertions: readonly ExplainedAssertion[];
  readonly retracted: readonly RetractedDevelopment[];
  readonly next: string | null;
}

/** Why a fact is what it is on a day, as known at a position. */
export class WhyQuery extends Query<WhyAnswer> {
  constructor(
    readonly key: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
