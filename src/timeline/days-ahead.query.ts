import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { Effect } from '../developments/kinds/index.js';
import type { DevelopmentView } from './development-view.js';

/** A day that was told of before it came. */
export interface DayAhead {
  readonly development: DevelopmentView;
  /** Which of the development's days it is: `when`, or the name of a date in its details. */
  readonly node: string;
  /** That day as it is written, in EDTF. */
  readonly when: string;
  readonly earliest: string;
  readonly latest: string;
  /** What is so from that day on. */
  readonly effects: readonly Effect[];
  /** When what is said of it was recorded last, also where that was said of another day that it is bound to. */
  readonly toldAt: string;
}

export interface DaysAheadAnswer extends Coordinated {
  /** What was asked for, coordinates apart. */
  readonly filter: Parameters;
  /** By earliest day, latest day, then log order. */
  readonly days: readonly DayAhead[];
  /** How many later ones are left out. */
  readonly more: number;
}

/** Days that developments name beside their own, and those on which something is expected to happen. */
export class DaysAheadQuery extends Query<DaysAheadAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
