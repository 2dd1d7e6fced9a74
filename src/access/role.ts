/** What one may do. Recorders and auditors both read, and neither can do what the other does. */
export const ROLES = ['reader', 'recorder', 'auditor', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** What an operation needs; `public` and `probe` need nothing, and probes are not counted by a rate limit either. */
export type Needs = Role | 'public' | 'probe';

export const isOpen = (needs: Needs): needs is 'public' | 'probe' => needs === 'public' || needs === 'probe';

const INCLUDES: Readonly<Record<Role, readonly Role[]>> = {
  reader: ['reader'],
  recorder: ['recorder', 'reader'],
  auditor: ['auditor', 'reader'],
  admin: ROLES,
};

/** Whether one of the roles held includes the one that is needed. */
export const permits = (held: readonly Role[], needed: Role): boolean =>
  held.some((role) => INCLUDES[role].includes(needed));

export const isRole = (text: unknown): text is Role => ROLES.includes(text as Role);
