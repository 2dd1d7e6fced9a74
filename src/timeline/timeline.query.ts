import { Query } from '@nestjs/cqrs';
import type { Covered } from '../answers/coverage.js';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { DevelopmentView } from './development-view.js';

export interface TimelineAnswer extends Coordinated, Covered {
  readonly developments: readonly DevelopmentView[];
  readonly next: string | null;
}

/** Developments in the order in which they happened. */
export class TimelineQuery extends Query<TimelineAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
