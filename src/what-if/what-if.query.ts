import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Meta } from '../developments/writing.js';
import type { DiffAnswer } from '../state/diff/diff.query.js';
import type { SupposedCommand } from './suppose-commands.js';

/** What the commands would change on the day, as a diff from what is known to what would be. */
export type SupposedChanges = Pick<DiffAnswer, 'facts'> & {
  /** Left out where too many fines would have to be added up. */
  readonly totals?: DiffAnswer['totals'];
  readonly more: boolean;
};

/** An answer under the name of its question, or the problem instead. */
export type Answered = Readonly<Record<string, object>>;

export interface WhatIfAnswer extends Pick<Coordinated, 'asOf' | 'rules' | 'erased'> {
  /** What everything was supposed on top of: all that the views knew. */
  readonly base: Coordinated['knownAt'];
  readonly commands: readonly SupposedCommand[];
  readonly changes: SupposedChanges;
  /** One for each question. */
  readonly answers: readonly Answered[];
}

/** What would be answered if some commands were recorded now. */
export class WhatIfQuery extends Query<WhatIfAnswer> {
  constructor(
    readonly body: unknown,
    readonly meta: Meta,
    /** How what was thrown is told to the client. */
    readonly problemOf: (error: unknown) => object,
    /** Aborts when nobody waits for the answer any more. */
    readonly left: AbortSignal = new AbortController().signal,
  ) {
    super();
  }
}
