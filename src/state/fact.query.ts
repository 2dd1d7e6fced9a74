import { Query } from '@nestjs/cqrs';
import type { Covered } from '../answers/coverage.js';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { FactItem } from './fact-item.js';

export type FactAnswer = Coordinated &
  FactItem &
  Covered & {
    /** Of an unrecorded fact: whether the day is one that was searched. */
    readonly withinCoverage?: boolean;
  };

/** One fact by its key, `predicate:subject[:object]`. */
export class FactQuery extends Query<FactAnswer> {
  constructor(
    readonly key: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
