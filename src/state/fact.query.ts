import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { FactItem } from './fact-item.js';

export type FactAnswer = Coordinated & FactItem;

/** One fact by its key, `predicate:subject[:object]`. */
export class FactQuery extends Query<FactAnswer> {
  constructor(
    readonly key: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
