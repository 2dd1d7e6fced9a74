import { Query } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import type { JsonObject } from '../event-store/canonical.js';

export type RegistryKind = 'entity' | 'matter';

/** An entity or a matter in its version at the coordinates. */
export type Registered = JsonObject & {
  readonly slug: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
};

/** One entity or matter. */
export class RegisteredQuery extends Query<Coordinated & Registered> {
  constructor(
    readonly kind: RegistryKind,
    readonly slug: string,
    readonly parameters: Parameters,
  ) {
    super();
  }
}

export interface RegistryAnswer extends Coordinated {
  readonly next: string | null;
  readonly entities?: readonly Registered[];
  readonly matters?: readonly Registered[];
}

/** Entities or matters by slug. */
export class RegistryQuery extends Query<RegistryAnswer> {
  constructor(
    readonly kind: RegistryKind,
    readonly parameters: Parameters,
  ) {
    super();
  }
}
