import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { canonicalize } from 'json-canonicalize';
import { LogDamaged, LogReadOnly, LogUnavailable, RevisionConflict } from '../../../src/event-store/errors.js';
import { NO_STREAM, type RecordedEvent } from '../../../src/event-store/event-store.js';
import { openSqliteLog } from '../../../src/event-store/sqlite/open-sqlite-log.js';
import { sealed, sealedRun } from '../sealed.js';
import { temporaryDirectories } from './directories.js';
import { tamper } from './tamper.js';

const directories = temporaryDirectories();
const clock = () => Date.parse('2026-11-21T09:00:00.000Z');
const open = (directory: string, readOnly = false) => openSqliteLog({ directory, readOnly, clock });

async function filled(count = 3): Promise<string> {
  const directory = directories();
  const store = open(directory);
  await store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, count));
  await store.close();
  return directory;
}

describe('the SQLite log', () => {
  it('keeps its id and its head when it is opened again', async () => {
    const directory = join(directories(), 'made', 'if missing');
    const first = open(directory);
    expect(first.log).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await first.append('a', NO_STREAM, [sealed(first.log, 'a', 0)]);
    const head = await first.head();
    await first.close();

    const second = open(directory);
    expect(second.log).toBe(first.log);
    expect(await second.head()).toEqual(head);
    await second.append('a', 0, [sealed(first.log, 'a', 1)]);
    await second.close();
    const other = open(directories());
    expect(other.log).not.toBe(first.log);
    await other.close();
  });

  it('stores canonical texts and the hash that anyone gets from them', async () => {
    const directory = directories();
    const store = open(directory);
    const event = sealed(store.log, 'a', 0, { data: { title: '屏蔽', amount: { value: '1', currency: 'CNY' } } });
    await store.append('a', NO_STREAM, [event]);
    await store.close();

    const database = new Database(join(directory, 'log.db'), { readonly: true });
    const row = database.prepare('SELECT * FROM events').get();
    database.close();
    const envelope = canonicalize(event.envelope);
    expect(row).toEqual({
      seq: 1,
      stream: 'a',
      revision: 0,
      recorded_at: Date.parse(event.envelope.recordedAt),
      leaf: createHash('sha256').update(Buffer.of(0)).update(envelope).digest(),
      envelope,
      salt: event.salt,
      data: '{"amount":{"currency":"CNY","value":"1"},"title":"屏蔽"}',
    });
  });

  it('waits for the disk at every commit', async () => {
    const store = open(directories());
    // A setting of the connection, which no other one can ask for.
    const connection: Database.Database = Reflect.get(store, 'database');
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    await store.close();
  });

  it('has everything it acknowledged in its files, though it was never closed', async () => {
    const directory = directories();
    const store = open(directory);
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => store.append(`s${n}`, NO_STREAM, [sealed(store.log, `s${n}`, 0)])),
    );
    const copy = directories();
    for (const file of ['log.db', 'log.db-wal']) cpSync(join(directory, file), join(copy, file));

    const found = open(copy);
    expect(await found.head()).toEqual(await store.head());
    expect(await found.verify()).toBe(50);
    await found.close();
    await store.close();
  });

  it.each([
    ['changed', 'UPDATE events SET data = data WHERE seq = 1'],
    ['removed', 'DELETE FROM events WHERE seq = 3'],
    ['replaced', 'INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1'],
    [
      'replaced by another position',
      'INSERT OR REPLACE INTO events SELECT 4, stream, revision, recorded_at, leaf, envelope, salt, data FROM events WHERE seq = 1',
    ],
    [
      'appended with a gap',
      "INSERT INTO events SELECT 5, 'b', 0, recorded_at, leaf, envelope, salt, data FROM events WHERE seq = 1",
    ],
  ])('does not let an event be %s', async (_, statement) => {
    const database = new Database(join(await filled(), 'log.db'));
    // As in the sqlite3 shell, where REPLACE fires no DELETE trigger.
    database.pragma('recursive_triggers = OFF');
    expect(() => database.exec(statement)).toThrow(/^(events are never|an event comes after)/);
    database.close();
  });

  it('rejects all appends of a transaction whose commit fails, shows none of them, and goes on', async () => {
    const directory = directories();
    const store = open(directory);
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    // A constraint that is only checked at COMMIT.
    const saboteur = new Database(join(directory, 'log.db'));
    saboteur.exec(`
      CREATE TABLE emptiness (id INTEGER PRIMARY KEY);
      CREATE TABLE bound (id INTEGER REFERENCES emptiness DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER sabotage AFTER INSERT ON events BEGIN INSERT INTO bound VALUES (1); END;
    `);
    const results = await Promise.allSettled([
      store.append('a', 0, [sealed(store.log, 'a', 1)]),
      store.append('b', NO_STREAM, sealedRun(store.log, 'b', 0, 2)),
      store.append('a', 0, [sealed(store.log, 'a', 1)]),
    ]);
    for (const result of results) expect(result).toMatchObject({ reason: expect.any(LogUnavailable) });
    expect(await store.head()).toMatchObject({ position: 1 });
    expect(await store.readStream('b')).toEqual([]);

    saboteur.exec('DROP TRIGGER sabotage');
    saboteur.close();
    expect(await store.append('b', NO_STREAM, [sealed(store.log, 'b', 0)])).toMatchObject({ position: 2 });
    await store.close();
  });

  it('rejects appends while another program holds the file, and goes on afterwards', async () => {
    const directory = directories();
    const store = open(directory);
    const other = new Database(join(directory, 'log.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)])).rejects.toThrow(LogUnavailable);
    other.close();
    await expect(store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)])).resolves.toMatchObject({ position: 1 });
    await store.close();
  });
});

describe('the SQLite log opened read-only', () => {
  it('takes no lock, reads what the writer has committed, and refuses appends', async () => {
    const directory = directories();
    const writer = open(directory);
    const readers = [open(directory, true), open(directory, true)];
    await writer.append('a', NO_STREAM, sealedRun(writer.log, 'a', 0, 2));
    for (const reader of readers) {
      expect(reader.log).toBe(writer.log);
      expect(await reader.head()).toEqual(await writer.head());
      expect(await reader.readStream('a')).toEqual(await writer.readStream('a'));
      await expect(reader.append('a', 1, [sealed(writer.log, 'a', 2)])).rejects.toThrow(LogReadOnly);
      await reader.close();
    }
    await expect(writer.append('a', 0, [sealed(writer.log, 'a', 1)])).rejects.toThrow(RevisionConflict);
    await writer.close();
  });

  it('can be opened where nobody writes', async () => {
    const reader = open(await filled(2), true);
    expect(await reader.head()).toMatchObject({ position: 2 });
    await reader.close();
  });

  it('follows what another process writes', async () => {
    const directory = directories();
    const writer = open(directory);
    const reader = open(directory, true);
    const controller = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const page of reader.subscribeAll(1, controller.signal)) {
        seen.push(...page.map(({ position }) => position));
        if (seen.length === 2) controller.abort();
      }
    })();
    await writer.append('a', NO_STREAM, sealedRun(writer.log, 'a', 0, 2));
    await following;
    expect(seen).toEqual([1, 2]);
    await reader.close();
    await writer.close();
  });

  it('needs a log to be there', () => {
    const directory = directories();
    expect(() => open(directory, true)).toThrow(LogUnavailable);
    expect(() => open(join(directory, 'missing'), true)).toThrow(LogUnavailable);
    new Database(join(directory, 'log.db')).close();
    expect(() => open(directory, true)).toThrow(LogUnavailable);
  });
});

describe('damage in the SQLite log', () => {
  const readAll = async (directory: string): Promise<RecordedEvent[]> => {
    const store = open(directory, true);
    try {
      const events: RecordedEvent[] = [];
      for await (const page of store.readAll(1)) events.push(...page);
      return events;
    } finally {
      await store.close();
    }
  };

  it.each([
    ['an envelope that is no JSON', `UPDATE events SET envelope = '{"v":1,' WHERE seq = 2`],
    ['a payload that is no JSON', "UPDATE events SET data = '' WHERE seq = 2"],
    ['a missing event', 'DELETE FROM events WHERE seq = 2'],
    ['a missing first event', 'DELETE FROM events WHERE seq = 1'],
  ])('is seen when reading: %s', async (_, statement) => {
    const directory = await filled();
    tamper(directory, statement);
    await expect(readAll(directory)).rejects.toThrow(LogDamaged);
    const store = open(directory);
    await expect(store.readStream('a')).rejects.toThrow(LogDamaged);
    await expect(store.verify()).rejects.toThrow(LogDamaged);
    await store.close();
  });

  it.each([
    ['a changed payload', `UPDATE events SET data = '{"title":"other"}' WHERE seq = 2`, 'event 2: the payload'],
    [
      'a changed envelope',
      "UPDATE events SET envelope = replace(envelope, 'anonymous', 'x') WHERE seq = 3",
      'event 3: the envelope',
    ],
    ['a changed leaf', "UPDATE events SET leaf = x'00' WHERE seq = 1", 'event 1: the envelope'],
    ['a changed salt', "UPDATE events SET salt = 'x' WHERE seq = 1", 'event 1: the payload'],
    [
      'a changed record time',
      'UPDATE events SET recorded_at = recorded_at + 1 WHERE seq = 3',
      'event 3: its record time',
    ],
    ['a renamed stream', "UPDATE events SET stream = 'b'", 'event 1: its envelope names'],
    ['a gap in a stream', 'UPDATE events SET revision = 7 WHERE seq = 3', 'stream a has gaps'],
    [
      'events swapped',
      'UPDATE events SET seq = -2 WHERE seq = 2; UPDATE events SET seq = 2, recorded_at = recorded_at + 1 WHERE seq = 3; UPDATE events SET seq = 3 WHERE seq = -2',
      'event 2: its record time',
    ],
    [
      'another log',
      "UPDATE meta SET value = '6f1c1a52-9d0e-4b39-8c57-3f9f5f0f7a11' WHERE name = 'log'",
      'event 1: it belongs to log',
    ],
  ])('is found by verifying: %s', async (_, statement, fault) => {
    const directory = await filled();
    const before = open(directory, true);
    expect(await before.verify()).toBe(3);
    await before.close();

    tamper(directory, statement);
    const store = open(directory, true);
    await expect(store.verify()).rejects.toThrow(LogDamaged);
    await expect(store.verify()).rejects.toThrow(fault);
    await store.close();
  });

  it('is not found in a sound log of many pages', async () => {
    const store = open(await filled(1001));
    expect(await store.verify()).toBe(1001);
    await store.close();
  });
});
