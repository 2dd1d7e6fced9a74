import { Query } from '@nestjs/cqrs';
import type { NamedEntity } from '../answers/entity-names.js';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { FactItem, Verdict } from './fact-item.js';

/** The predicates that the matrix is made of, in the order of its columns. */
export const LAID_OUT = ['payment', 'links'] as const;

/** A means of payment, or what is linked to. */
export interface Column extends NamedEntity {
  /** What cells are under: `payment:wechat-pay`. */
  readonly key: string;
  readonly predicate: (typeof LAID_OUT)[number];
}

export type Cell = Pick<FactItem, 'fact'> & Verdict;

/** A service or another venue. */
export interface Row extends NamedEntity {
  /** By the key of the column; absent where nothing was recorded about it on whatever day. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface InteroperabilityAnswer extends Coordinated {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Who takes whose means of payment, and links to whom, at one point. */
export class InteroperabilityQuery extends Query<InteroperabilityAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
