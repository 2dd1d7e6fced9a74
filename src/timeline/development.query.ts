import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { DevelopmentView, EventNote } from './development-view.js';

export type DevelopmentAnswer = Coordinated & DevelopmentView;

/** One development in its version at the coordinates. */
export class DevelopmentQuery extends Query<DevelopmentAnswer> {
  constructor(
    readonly id: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}

/** A version with who made it, when, why, and what changed. */
export type HistoryEntry = EventNote & {
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly version: Omit<DevelopmentView, 'id' | 'revision' | 'position' | 'recordedAt'>;
};

export interface HistoryAnswer extends Coordinated {
  readonly id: string;
  readonly versions: readonly HistoryEntry[];
}

/** Every version of a development known at the coordinates. */
export class DevelopmentHistoryQuery extends Query<HistoryAnswer> {
  constructor(
    readonly id: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
