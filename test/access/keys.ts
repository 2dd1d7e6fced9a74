import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { makeKey } from '../../src/access/api-key.js';
import { changeKeys } from '../../src/access/key-file.js';
import type { Role } from '../../src/access/role.js';

const directories: string[] = [];
afterAll(() => {
  for (const path of directories) rmSync(path, { recursive: true, force: true });
});

/** A fresh directory, removed after the file's tests. */
export function freshDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'access-'));
  directories.push(path);
  return path;
}

/** A key of a directory, and its id. */
export async function newKey(directory: string, role: Role): Promise<{ readonly key: string; readonly id: string }> {
  const { key, stored } = makeKey({ name: role, role }, '2026-11-21T09:00:00.000Z');
  await changeKeys(directory, (keys) => [...keys, stored]);
  return { key, id: stored.id };
}

export const revoke = (directory: string, id: string): Promise<void> =>
  changeKeys(directory, (keys) =>
    keys.map((key) => (key.id === id ? { ...key, revokedAt: '2026-11-21T10:00:00.000Z' } : key)),
  );

/** The header that says who asks. */
export const as = (credential: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${credential}` });
