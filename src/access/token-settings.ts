import { isLoopbackName } from './loopback.js';
import { isRole, ROLES, type Role } from './role.js';

/** Whose tokens are taken, and what is read of them. */
export interface TokenSettings {
  /** As `iss` says it, to the character. */
  readonly issuer: string;
  /** This service, as `aud` names it. */
  readonly audience: string;
  /** Where the issuer publishes its keys. */
  readonly jwksUrl: URL;
  /** The claim that says roles: its name, or its path with dots. */
  readonly roleClaim: string;
  /** What the issuer calls a role, and the role that it is. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** What each is called by an issuer that uses our words. */
export const OWN_NAMES: TokenSettings['roles'] = new Map(ROLES.map((role) => [role, role]));

/** @throws {Error} for what is no address of keys; its message says what is */
export function parseJwksUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Whoever could change the keys on their way could sign tokens.
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackName(url.hostname))) return url;
  throw new Error('Write an https address, or an http address on loopback.');
}

/** `recorder=newsdesk,auditor=compliance`. @throws {Error} whose message says how to write it */
export function parseRoles(text: string): TokenSettings['roles'] {
  const roles = new Map<string, Role>();
  for (const pair of text.split(',')) {
    const [role = '', ...name] = pair.trim().split('=');
    if (!isRole(role) || name.join('=') === '') {
      throw new Error(`Write <role>=<what the issuer calls it>, parted by commas; the roles are ${ROLES.join(', ')}.`);
    }
    roles.set(name.join('='), role);
  }
  return roles;
}
