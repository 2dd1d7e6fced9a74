import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { Difference } from '../state/diff/differences.js';

/** A fact whose answer is another one than it was. */
export interface ChangedFact extends Difference {
  /** Of the events since then that touched it. */
  readonly positions: readonly string[];
}

export interface ChangesAnswer extends Coordinated {
  readonly since: string;
  /** The position to ask from next time. */
  readonly nextSince: string;
  readonly facts: readonly ChangedFact[];
  readonly next: string | null;
}

/** Facts whose answer on a day changed since a position. */
export class ChangesQuery extends Query<ChangesAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
