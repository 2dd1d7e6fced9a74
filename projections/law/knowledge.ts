import type { Money } from '../../src/fields/money.js';
import type { Day } from '../../src/time/day.js';

/** A value of a fact: a word of its predicate, or money. */
export type FactValue = string | Money;

/** One unknown day: a development's `when`, or an effect's own date. */
export interface Node {
  readonly development: string;
  readonly earliest: Day;
  readonly latest: Day;
}

/** `t[later] − t[earlier]` lies in [atLeast, atMost] days; nodes are indexes into `Knowledge.nodes`. */
export interface Bond {
  readonly later: number;
  readonly earlier: number;
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** What one development says about the fact, from the day of `node` on. */
export interface Assertion {
  readonly development: string;
  /** Position of the development's first event: its place in log order. */
  readonly order: number;
  readonly node: number;
  readonly value: FactValue;
}

/**
 * All that is known at one position about one fact: its assertions in tie order, their nodes in log order, and every
 * node connected with those by bonds.
 */
export interface Knowledge {
  readonly assertions: readonly Assertion[];
  readonly nodes: readonly Node[];
  readonly bonds: readonly Bond[];
}
