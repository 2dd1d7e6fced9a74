import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { leafHash } from '../../src/event-store/envelope.js';
import type { Envelope } from '../../src/event-store/event-store.js';
import { lockForWriting } from '../../src/event-store/sqlite/writer-lock.js';
import { build } from './build.js';
import { regtime, type Served, served, stop, temporaryDirectory } from './program.js';

const BUILD_TIMEOUT = 120_000;
let service: Served;
/** The data directory as it is while the service runs: what a crash would leave. */
let crashed: string;
/** A backup of it, and what was printed of it. */
let file: string;
let line: string;

beforeAll(async () => {
  build();
  service = await served(['--sample']);
  crashed = temporaryDirectory();
  cpSync(service.dataDir, crashed, { recursive: true });
  file = join(temporaryDirectory(), 'backup.db');
  line = await printedBy('backup', '--data-dir', service.dataDir, '--to', file);
}, BUILD_TIMEOUT);

async function printedBy(...words: string[]): Promise<string> {
  const { stdout, ...end } = await regtime(words);
  expect(end).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const linesOf = async (url: string): Promise<readonly string[]> =>
  (await (await fetch(url)).text()).trimEnd().split('\n');

const stateDigest = async (url: string, position: string): Promise<string> =>
  JSON.parse((await linesOf(`${url}/v1/replay?asOf=2021-09-15&from=${position}&to=${position}`)).at(-1) ?? '')
    .stateDigest;

describe('regtime backup and restore', () => {
  it('copy what a service is writing; the log digest and the state digest are those of the original', async () => {
    const writing = new AbortController();
    const written = Promise.all(Array.from({ length: 4 }, (_, writer) => write(writer, writing.signal)));
    const live = join(temporaryDirectory(), 'live.db');
    const backedUp = JSON.parse(await printedBy('backup', '--data-dir', service.dataDir, '--to', live, '--json'));
    const position = Number(backedUp.position);
    writing.abort();
    const last = Math.max(...(await written));
    expect(position).toBeGreaterThan(104);
    expect(last).toBeGreaterThan(position);

    const dataDir = join(temporaryDirectory(), 'made', 'for it');
    expect(JSON.parse(await printedBy('restore', '--from', live, '--data-dir', dataDir, '--json'))).toEqual(backedUp);
    const restored = await served([], dataDir);
    const digest = await stateDigest(restored.url, backedUp.position);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await stateDigest(service.url, backedUp.position)).toBe(digest);
    const inLog = await linesOf(`${restored.url}/v1/events`);
    expect(inLog).toEqual((await linesOf(`${service.url}/v1/events`)).slice(0, position));
    await stop(restored);
  });

  /** Records until told to stop. @returns the last position */
  async function write(writer: number, signal: AbortSignal): Promise<number> {
    for (let number = 0, position = 0; ; number += 1) {
      if (signal.aborted) return position;
      const answer = await fetch(`${service.url}/v1/entities/written-${writer}-${number}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'topic', name: `Written by ${writer}` }),
      });
      position = Number(((await answer.json()) as { position: string }).position);
    }
  }

  it('print one line: log, position, record time, and SHA-256 over the leaf hashes in log order', async () => {
    const hash = createHash('sha256');
    const events = (await linesOf(`${service.url}/v1/events?to=104`)).map(
      (text) => JSON.parse(text) as { readonly envelope: Envelope },
    );
    for (const { envelope } of events) hash.update(leafHash(envelope), 'hex');
    const log = events[0]?.envelope.log;
    const [recordedAt] = events
      .map(({ envelope }) => envelope.recordedAt)
      .sort()
      .slice(-1);
    expect(line).toBe(`log ${log}, position 104 (recorded ${recordedAt}), log digest ${hash.digest('hex')}\n`);
  });

  it('make one file that needs no journal, with nothing left beside it', async () => {
    expect(readdirSync(join(file, '..'))).toEqual(['backup.db']);
    // The format's own word for "not in WAL mode".
    expect([...readFileSync(file).subarray(18, 20)]).toEqual([1, 1]);
    const dataDir = temporaryDirectory();
    expect(await printedBy('restore', '--from', file, '--data-dir', dataDir)).toBe(line);
    expect(readdirSync(dataDir).sort()).toEqual(['log.db', 'writer.lock']);
    expect(readdirSync(join(file, '..'))).toEqual(['backup.db']);
  });

  it('read what a crash left, or nobody has open, and leave it as it is', async () => {
    const before = contentsOf(crashed);
    expect(await printedBy('backup', '--data-dir', crashed, '--to', join(temporaryDirectory(), 'b.db'))).toBe(line);
    expect(contentsOf(crashed)).toEqual(before);
    const closed = temporaryDirectory();
    for (const name of ['log.db', 'log.db-wal']) cpSync(join(crashed, name), join(closed, name));
    const untouched = contentsOf(closed);
    expect(await printedBy('backup', '--data-dir', closed, '--to', join(temporaryDirectory(), 'b.db'))).toBe(line);
    expect(await printedBy('restore', '--from', join(closed, 'log.db'), '--data-dir', temporaryDirectory())).toBe(line);
    expect(contentsOf(closed)).toEqual(untouched);
  });

  it('have views of another log, or of what came after the backup, built anew', async () => {
    const dataDir = temporaryDirectory();
    await recordOneMore(dataDir);
    for (let time = 0; time < 2; time += 1) {
      rmSync(join(dataDir, 'log.db'));
      expect(await printedBy('restore', '--from', file, '--data-dir', dataDir)).toBe(line);
      await recordOneMore(dataDir);
    }
  });

  /** Serves a directory that doesn't hold it yet, and leaves views that do. */
  async function recordOneMore(dataDir: string): Promise<void> {
    const { url, ...running } = await served([], dataDir);
    const { log } = (await (await fetch(`${url}/health/ready`)).json()) as { log: { position: string } };
    const oneMore = `${url}/v1/entities/one-more`;
    expect((await fetch(`${oneMore}?minPosition=${log.position}`)).status).toBe(404);
    if (log.position !== '0') expect(await stateDigest(url, '104')).toBe(await stateDigest(service.url, '104'));
    const body = JSON.stringify({ type: 'topic', name: 'One more' });
    await fetch(oneMore, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    const position = Number(log.position) + 1;
    expect((await fetch(`${oneMore}?minPosition=${position}`)).status).toBe(200);
    expect(await stop({ ...running })).toMatchObject({ code: 0 });
  }
});

describe('regtime backup refuses', () => {
  const refused = async (words: readonly string[], message: RegExp): Promise<void> => {
    const { code, stdout, stderr } = await regtime(['backup', ...words]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
  };

  it('to replace a file', async () => {
    const before = contentsOf(join(file, '..'));
    await refused(['--data-dir', crashed, '--to', file], /^regtime: \S+backup\.db exists already: [^\n]*\n$/);
    expect(contentsOf(join(file, '..'))).toEqual(before);
  });

  it('where there is no log, or no directory to write to', async () => {
    const empty = temporaryDirectory();
    await refused(['--data-dir', empty, '--to', join(empty, 'b.db')], /^regtime: there is no log at \S+log\.db\n$/);
    await refused(
      ['--data-dir', crashed, '--to', join(empty, 'none', 'b.db')],
      /^regtime: there is no directory \S+none\n$/,
    );
    expect(readdirSync(empty)).toEqual([]);
  });

  it('a damaged log, which it names, and leaves nothing behind', async () => {
    const dataDir = temporaryDirectory();
    cpSync(file, join(dataDir, 'log.db'));
    changeAnEvent(join(dataDir, 'log.db'));
    const to = temporaryDirectory();
    await refused(
      ['--data-dir', dataDir, '--to', join(to, 'b.db')],
      new RegExp(`^regtime: ${join(dataDir, 'log.db')} is damaged: event 60: [^\n]*\n$`),
    );
    expect(readdirSync(to)).toEqual([]);
  });
});

describe('regtime restore refuses, and leaves no log behind', () => {
  async function refused(from: string, dataDir: string, message: RegExp): Promise<void> {
    const besidesTheLock = () => readdirSync(dataDir).filter((name) => !name.startsWith('writer.lock'));
    const before = besidesTheLock();
    const { code, stdout, stderr } = await regtime(['restore', '--from', from, '--data-dir', dataDir]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(besidesTheLock()).toEqual(before);
  }
  const copy = (): string => {
    const path = join(temporaryDirectory(), 'copy.db');
    cpSync(file, path);
    return path;
  };

  it('a directory that holds a log, or what is left of one', async () => {
    await refused(file, service.dataDir, /^regtime: \S+log\.db exists already: choose another directory[^\n]*\n$/);
    const journal = temporaryDirectory();
    writeFileSync(join(journal, 'log.db-wal'), '');
    await refused(file, journal, /^regtime: \S+log\.db-wal exists already: [^\n]*\n$/);
  });

  it('a directory that a process is about to write', async () => {
    const dataDir = temporaryDirectory();
    const lock = lockForWriting(dataDir);
    await refused(file, dataDir, /^regtime: [^\n]*written by another process[^\n]*\n$/);
    lock.release();
  });

  it('what is not there, or no file', async () => {
    const dataDir = temporaryDirectory();
    await refused(join(dataDir, 'none.db'), dataDir, /^regtime: there is no log at \S+none\.db\n$/);
    mkdirSync(join(dataDir, 'folder'));
    await refused(join(dataDir, 'folder'), dataDir, /^regtime: \S+folder is not a file\n$/);
  });

  it.each<[string, (path: string) => void, RegExp]>([
    [
      'a text',
      (path) => writeFileSync(path, 'something else'),
      /copy\.db is not a log of this program; it was left as/,
    ],
    ['nothing at all', (path) => writeFileSync(path, ''), /copy\.db is empty: no log has been started/],
    ['a log of a newer version', (path) => alter(path, 'PRAGMA user_version = 99'), /copy\.db has schema version 99/],
    ['a database of another program', (path) => alter(path, 'PRAGMA application_id = 1'), /copy\.db is a database of/],
    ['an event that was changed', changeAnEvent, /copy\.db is damaged: event 60: the payload is not the one/],
    ['half of a file', (path) => writeFileSync(path, readFileSync(path).subarray(0, 40_960)), /copy\.db is damaged/],
  ])('%s', async (_, spoil, message) => {
    const path = copy();
    spoil(path);
    const before = contentsOf(join(path, '..'));
    await refused(path, temporaryDirectory(), message);
    expect(contentsOf(join(path, '..'))).toEqual(before);
  });
});

function alter(path: string, ...statements: readonly string[]): void {
  const database = new Database(path);
  for (const statement of statements) database.exec(statement);
  database.close();
}

function changeAnEvent(path: string): void {
  alter(
    path,
    'DROP TRIGGER events_are_not_changed',
    `UPDATE events SET data = replace(data, '"title":"', '"title":"Not ') WHERE seq = 60`,
    `CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
       BEGIN SELECT RAISE(ABORT, 'events are never changed'); END`,
  );
}

/** Names, times and contents; SQLite may renew the index that a crash left there. */
function contentsOf(directory: string) {
  return readdirSync(directory).map((name) => {
    if (name.endsWith('-shm')) return name;
    const path = join(directory, name);
    const { mtimeMs, ino } = statSync(path);
    return [basename(path), ino, mtimeMs, createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
}
