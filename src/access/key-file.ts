import { chownSync, closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { moveDurably } from '../event-store/durable-files.js';
import { AccessError } from './access-error.js';
import type { StoredKey } from './api-key.js';
import { isRole } from './role.js';

const FORMAT = 'regtime-keys/1';
const OWNER_ONLY = 0o600;
const TRIES = 20;
const BETWEEN_MS = 100;

/** Where the keys of a data directory are. */
export const keyFileOf = (directory: string): string => join(directory, 'keys.json');

/** Where the directory itself can't be, whoever opens the log says so. */
export const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** The keys of a directory, revoked ones too; undefined where there is no file of them. @throws {AccessError} */
export function readKeys(directory: string): readonly StoredKey[] | undefined {
  const path = keyFileOf(directory);
  try {
    return keysIn(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new AccessError(`the keys in ${path} can't be read: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Changes the keys of a directory, one change at a time: after a power cut the file is as it was before or after it.
 * @throws {AccessError} @throws what `change` throws, leaving the file as it was
 */
export async function changeKeys(
  directory: string,
  change: (keys: readonly StoredKey[]) => readonly StoredKey[],
): Promise<void> {
  const path = keyFileOf(directory);
  const next = `${path}.new`;
  const file = await begin(next);
  try {
    try {
      const keys = change(readKeys(directory) ?? []);
      writeFileSync(file, `${JSON.stringify({ format: FORMAT, keys }, null, 2)}\n`);
    } finally {
      closeSync(file);
    }
    giveToOwnerOf(directory, next);
    moveDurably(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** The new file is the lock, too: whoever makes it may change the old one. */
async function begin(next: string): Promise<number> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return openSync(next, 'wx', OWNER_ONLY);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (left === 0) {
        throw new AccessError(`${next} is in the way: if no other command is changing the keys, remove it`);
      }
    }
    await sleep(BETWEEN_MS);
  }
}

/** Made by the superuser, the file could not be read by the service. */
function giveToOwnerOf(directory: string, file: string): void {
  const { uid, gid } = statSync(directory);
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

function keysIn(text: string): readonly StoredKey[] {
  const { format, keys } = JSON.parse(text) as { readonly format?: unknown; readonly keys?: unknown };
  if (format !== FORMAT) throw new Error(`its format is not ${FORMAT}`);
  if (!Array.isArray(keys) || !keys.every(isStored)) throw new Error('a key in it is not complete');
  return keys;
}

function isStored(value: unknown): value is StoredKey {
  const { id, name, role, sha256, createdAt, revokedAt } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    isRole(role) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof createdAt === 'string' &&
    (revokedAt === undefined || typeof revokedAt === 'string')
  );
}
