import { Query } from '@nestjs/cqrs';
import type { Compared } from '../../answers/moment.js';
import type { Query as Parameters } from '../../answers/page.js';
import type { Difference } from './differences.js';
import type { TotalDifference } from './total-differences.js';

export interface DiffAnswer extends Compared {
  readonly facts: readonly Difference[];
  readonly totals: readonly TotalDifference[];
  readonly next: string | null;
}

/** What is another answer at one point than at another: a point is a day, as known at a position. */
export class DiffQuery extends Query<DiffAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
