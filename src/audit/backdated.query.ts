import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { Backdated } from './backdated.js';

export interface BackdatedAnswer extends Coordinated {
  readonly days: number;
  readonly backdated: readonly Backdated[];
  readonly next: string | null;
}

/** What was recorded long after it happened, and what changed the past. */
export class BackdatedQuery extends Query<BackdatedAnswer> {
  constructor(readonly parameters: Parameters) {
    super();
  }
}
