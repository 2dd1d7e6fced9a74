import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { DevelopmentNews } from './development-view.js';

export interface NewsAnswer extends Coordinated {
  /** What was asked for, coordinates apart: the same on every page. */
  readonly filter: Parameters;
  readonly news: readonly Omit<DevelopmentNews, 'dev'>[];
  readonly next: string | null;
}

/** Developments, retracted ones included: first those of which something was recorded last. */
export class NewsQuery extends Query<NewsAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
