import { Query } from '@nestjs/cqrs';
import type { Total } from '../../projections/law/totals.js';
import type { Covered } from '../answers/coverage.js';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { FactItem } from './fact-item.js';

export interface StateAnswer extends Coordinated, Covered {
  readonly facts: readonly FactItem[];
  readonly totals: readonly Total[];
  readonly next: string | null;
}

/** What was so on a day, as known at a position. */
export class StateQuery extends Query<StateAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
