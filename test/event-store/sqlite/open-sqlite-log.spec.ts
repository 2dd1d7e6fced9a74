import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { LogDamaged, LogInUse, LogNotOurs, LogTooNew, LogUnavailable } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { openSqliteLog } from '../../../src/event-store/sqlite/open-sqlite-log.js';
import { sealedRun } from '../sealed.js';
import { temporaryDirectories } from './directories.js';

const directories = temporaryDirectories();
const open = (directory: string, readOnly = false) => openSqliteLog({ directory, readOnly, clock: Date.now });

async function filled(count: number): Promise<string> {
  const directory = directories();
  const store = open(directory);
  await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, count));
  await store.close();
  return directory;
}

describe('one process writes a data directory', () => {
  const takeLock = `
    const Database = require('better-sqlite3');
    new Database(process.argv[1] + '/writer.lock', { timeout: 0 }).exec('BEGIN EXCLUSIVE');
  `;

  it('refuses a second writer in the same process until the first is closed', async () => {
    const directory = directories();
    const first = open(directory);
    expect(() => open(directory)).toThrow(LogInUse);
    expect(() => open(directory)).toThrow(/being written by another process/);
    await first.append('a', NO_STREAM, sealedRun(first.log, 'a', 0, 1));
    await first.close();
    const second = open(directory);
    expect(await second.head()).toMatchObject({ position: 1 });
    await second.close();
  });

  it('is refused while another process holds the lock, and not once that one was killed', async () => {
    const directory = directories();
    const child = spawn(process.execPath, [
      '-e',
      `${takeLock}; console.log('locked'); setInterval(() => {}, 1000);`,
      directory,
    ]);
    try {
      await once(child.stdout, 'data');
      const asked = Date.now();
      expect(() => open(directory)).toThrow(LogInUse);
      expect(Date.now() - asked).toBeLessThan(500);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await open(directory).close();
  });

  it('keeps the lock against other processes for as long as it is open', async () => {
    const directory = directories();
    const other = () => execFileSync(process.execPath, ['-e', takeLock, directory], { stdio: 'pipe' });
    const store = open(directory);
    expect(other).toThrow(/database is locked/);
    await store.close();
    expect(other).not.toThrow();
  });

  it('does not keep the lock when opening fails', async () => {
    const directory = directories();
    writeFileSync(join(directory, 'log.db'), 'something else altogether');
    expect(() => open(directory)).toThrow(LogNotOurs);
    rmSync(join(directory, 'log.db'));
    await open(directory).close();
  });
});

describe('opening refuses', () => {
  it('a directory that cannot be made or written', () => {
    const directory = directories();
    writeFileSync(join(directory, 'file'), '');
    expect(() => open(join(directory, 'file'))).toThrow(LogUnavailable);
    expect(() => open(join(directory, 'file', 'below'))).toThrow(LogUnavailable);
    mkdirSync(join(directory, 'writer.lock'));
    expect(() => open(directory)).toThrow(LogUnavailable);
    expect(() => open(directory)).toThrow(`the data directory ${directory} can't be written`);
  });

  it('a file that is no database, and leaves it as it is', () => {
    const directory = directories();
    const path = join(directory, 'log.db');
    writeFileSync(path, 'x'.repeat(10_000));
    expect(() => open(directory)).toThrow(LogNotOurs);
    expect(() => open(directory, true)).toThrow(LogNotOurs);
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(10_000));
  });

  it.each([
    ['with tables', 'CREATE TABLE events (seq INTEGER PRIMARY KEY)'],
    ['with its own application id', 'PRAGMA application_id = 1'],
    ['with its own version', 'PRAGMA user_version = 1'],
  ])('a database of another program %s, and leaves it as it is', (_, statement) => {
    const directory = directories();
    const path = join(directory, 'log.db');
    new Database(path).exec(statement).close();
    const before = readFileSync(path);
    expect(() => open(directory)).toThrow(LogNotOurs);
    expect(() => open(directory, true)).toThrow(LogNotOurs);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a log of a newer program', async () => {
    const directory = await filled(1);
    new Database(join(directory, 'log.db')).exec('PRAGMA user_version = 2').close();
    expect(() => open(directory)).toThrow(LogTooNew);
    expect(() => open(directory, true)).toThrow('has schema version 2, this program knows 1');
  });

  it.each([
    ['a table', 'DROP TABLE meta'],
    ['a trigger', 'DROP TRIGGER events_are_not_changed'],
    ['its id', "DELETE FROM meta WHERE name = 'log'"],
    ['its version', 'PRAGMA user_version = 0'],
  ])('a log that lacks %s', async (_, statement) => {
    const directory = await filled(1);
    new Database(join(directory, 'log.db')).exec(statement).close();
    expect(() => open(directory)).toThrow(LogDamaged);
  });

  it('a log that was cut short', async () => {
    const directory = await filled(300);
    truncateSync(join(directory, 'log.db'), 40_960);
    expect(() => open(directory)).toThrow(LogDamaged);
    expect(() => open(directory, true)).toThrow(LogDamaged);
  });

  it('a journal without its log', async () => {
    const directory = await filled(1);
    rmSync(join(directory, 'log.db'));
    writeFileSync(join(directory, 'log.db-wal'), 'committed events');
    expect(() => open(directory)).toThrow(LogDamaged);
    expect(readFileSync(join(directory, 'log.db-wal'), 'utf8')).toBe('committed events');
    writeFileSync(join(directory, 'log.db'), '');
    expect(() => open(directory)).toThrow(LogDamaged);
    expect(readFileSync(join(directory, 'log.db-wal'), 'utf8')).toBe('committed events');
  });
});

describe('opening', () => {
  it('starts a log in an empty file', async () => {
    const directory = directories();
    writeFileSync(join(directory, 'log.db'), '');
    const store = open(directory);
    expect(await store.head()).toEqual({ position: 0, recordedAt: null });
    await store.close();
  });

  it('takes a log with overwritten pages, and says so where they are read', async () => {
    const directory = await filled(300);
    const path = join(directory, 'log.db');
    const bytes = readFileSync(path);
    bytes.fill(0xee, 20 * 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
    const store = open(directory);
    await expect(store.readStream('a')).rejects.toThrow(LogDamaged);
    await expect(store.verify()).rejects.toThrow(LogDamaged);
    await store.close();
  });
});

describe('a directory that a log is being copied to', () => {
  it('gets no log of its own, however the copy was cut off', () => {
    const directory = directories();
    mkdirSync(join(directory, 'migrating'));
    expect(() => open(directory)).toThrow(/a migration to .* was cut off: run it again, or delete/);
  });
});
