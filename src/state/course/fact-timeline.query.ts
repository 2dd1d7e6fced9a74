import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../../answers/moment.js';
import type { Query as Parameters } from '../../answers/page.js';
import type { FactItem } from '../fact-item.js';
import type { ValidSpan } from './valid-span.js';

/** What names a fact. */
export type FactName = Pick<FactItem, 'fact' | 'predicate' | 'subject' | 'object'>;

export interface FactTimelineAnswer extends Coordinated, FactName {
  readonly spans: readonly ValidSpan[];
  readonly next: string | null;
}

/** What a fact is over valid time, as known at one position. */
export class FactTimelineQuery extends Query<FactTimelineAnswer> {
  constructor(
    readonly key: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
