import type { Role } from './role.js';

/** Who asks. */
export interface Subject {
  /** An id, as it stands in the envelope of what it records: never a name or an e-mail address. */
  readonly actor: string;
  readonly roles: readonly Role[];
  /** Whether what it was known by is still good, for answers that take long. */
  holds(): boolean;
}

/** Everybody, where nothing tells one from another. */
export const ANONYMOUS: Subject = { actor: 'anonymous', roles: ['admin'], holds: () => true };
