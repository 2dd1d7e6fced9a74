import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from './role.js';

/** A key as it is kept: what it was made for, and a hash by which it is known again. */
export interface StoredKey {
  /** Public: it is the actor `key:<id>` of what is recorded with the key. */
  readonly id: string;
  /** For people, and only here: it never enters the log. */
  readonly name: string;
  readonly role: Role;
  /** Lowercase hex. */
  readonly sha256: string;
  readonly createdAt: string;
  /** Kept once revoked, so that the log's actor can still be told. */
  readonly revokedAt?: string;
}

const ID_BYTES = 6;
const SECRET_BYTES = 32;
/** The prefix lets scanners of leaked secrets find it. */
const KEY = /^regtime_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** A new key; its text is not kept anywhere. @param now RFC 3339 */
export function makeKey(
  { name, role }: Pick<StoredKey, 'name' | 'role'>,
  now: string,
): { readonly key: string; readonly stored: StoredKey } {
  const id = randomBytes(ID_BYTES).toString('hex');
  const key = `regtime_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { key, stored: { id, name, role, sha256: hashOf(key).toString('hex'), createdAt: now } };
}

/** The id in a key; undefined for what is no key. */
export const idIn = (text: string): string | undefined => KEY.exec(text)?.[1];

/** In the same time wherever they differ. */
export const isKey = ({ sha256 }: StoredKey, text: string): boolean =>
  timingSafeEqual(Buffer.from(sha256, 'hex'), hashOf(text));

// No slow hash: those make guesses of what people choose expensive, and nobody guesses 256 random bits.
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
