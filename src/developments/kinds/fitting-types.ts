import type { EntityType } from '../../fields/index.js';

/** Who can act, be ordered, fined or talked to. */
export const PARTY: readonly EntityType[] = ['company', 'service', 'authority'];

/** Where one can pay or sell. */
export const VENUE: readonly EntityType[] = ['service', 'company', 'category'];

/** What links lead from and to. */
export const LINKED: readonly EntityType[] = ['service', 'company', 'category'];

/** What can be banned or removed. */
export const OFFERED: readonly EntityType[] = ['service', 'category'];

export const SELLER: readonly EntityType[] = ['company', 'service'];

/** A place stands for its state. */
export const OWNER: readonly EntityType[] = ['company', 'authority', 'place'];

export const OWNED: readonly EntityType[] = ['company', 'service'];
