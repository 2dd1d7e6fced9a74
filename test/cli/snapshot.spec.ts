import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { build } from './build.js';
import { type Ended, regtime, type Served, served, start, stop, temporaryDirectory } from './program.js';

const BUILD_TIMEOUT = 120_000;
let service: Served;
/** Of the service's 104 events, and the log then. */
let snapshot: string;
let backup: string;

beforeAll(async () => {
  build();
  service = await served(['--sample']);
  await caughtUp(service.url);
  snapshot = join(temporaryDirectory(), 'snapshot');
  backup = join(temporaryDirectory(), 'backup.db');
  expect(await regtime(['backup', '--data-dir', service.dataDir, '--to', backup])).toMatchObject({ code: 0 });
  const taken = await regtime(['snapshot', '--data-dir', service.dataDir, '--to', snapshot, '--json']);
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(taken.stdout)).toMatchObject({ position: '104', rules: 1 });
}, BUILD_TIMEOUT);

const caughtUp = async (url: string): Promise<void> =>
  void expect((await fetch(`${url}/v1/state?minPosition=104`)).status).toBe(200);

const state = async (url: string, position = 104): Promise<string> =>
  (await fetch(`${url}/v1/state?asOf=2021-09-15&knownAt=position:${position}&limit=1000`)).text();

/** A data directory with the log as it was when the snapshot was taken. */
async function restored(): Promise<string> {
  const dataDir = temporaryDirectory();
  expect(await regtime(['restore', '--from', backup, '--data-dir', dataDir])).toMatchObject({ code: 0 });
  return dataDir;
}

const copyOf = (directory: string): string => {
  const copy = join(temporaryDirectory(), 'copy');
  cpSync(directory, copy, { recursive: true });
  return copy;
};

const viewsIn = (directory: string): string =>
  join(directory, readdirSync(directory).find((name) => /^views-.*\.db$/.test(name)) as string);

/** Leaves something in a snapshot's file that shows whether it is the one that is used. */
function mark(directory: string, file: string): void {
  const path = join(directory, file);
  const database = new Database(path);
  database.exec('CREATE TABLE marked (here INTEGER)');
  database.close();
  const manifest = join(directory, 'snapshot.json');
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const text = JSON.parse(readFileSync(manifest, 'utf8'));
  for (const name of ['views', 'positions']) if (text[name]?.name === file) text[name].sha256 = sha256;
  writeFileSync(manifest, JSON.stringify(text));
}

function isMarked(path: string): boolean {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'marked'`).get() !== undefined;
  } finally {
    database.close();
  }
}

describe('regtime snapshot', () => {
  it('copies views that are being written, and a service starts from them instead of building its own', async () => {
    const writing = new AbortController();
    const written = writeUntil(writing.signal);
    const live = join(temporaryDirectory(), 'live');
    const { code } = await regtime(['snapshot', '--data-dir', service.dataDir, '--to', live]);
    writing.abort();
    const last = await written;
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(live, 'snapshot.json'), 'utf8')).position).toBeGreaterThanOrEqual(104);
    mark(live, viewsIn(live).split('/').at(-1) as string);

    const dataDir = temporaryDirectory();
    const now = join(temporaryDirectory(), 'now.db');
    await regtime(['backup', '--data-dir', service.dataDir, '--to', now]);
    await regtime(['restore', '--from', now, '--data-dir', dataDir]);
    const other = await served(['--snapshot', live], dataDir);
    expect(isMarked(viewsIn(dataDir))).toBe(true);
    expect((await fetch(`${other.url}/v1/state?minPosition=${last}`)).status).toBe(200);
    expect(await state(other.url, last)).toBe(await state(service.url, last));
    expect(await stop(other)).toMatchObject({ code: 0, stderr: '' });
  });

  async function writeUntil(signal: AbortSignal): Promise<number> {
    for (let number = 0, position = 0; ; number += 1) {
      if (signal.aborted) return position;
      const answer = await fetch(`${service.url}/v1/entities/written-${number}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'topic', name: `Written ${number}` }),
      });
      position = Number(((await answer.json()) as { position: string }).position);
    }
  }

  it('copies what nobody has open, and leaves it as it is', async () => {
    const dataDir = await restored();
    const first = await served([], dataDir);
    await caughtUp(first.url);
    await stop(first);
    const before = readdirSync(dataDir);
    const taken = join(temporaryDirectory(), 'taken');
    expect(await regtime(['snapshot', '--data-dir', dataDir, '--to', taken])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(dataDir)).toEqual(before);
    expect(readdirSync(taken).length).toBe(2);
  });

  it('replaces nothing, and needs views of this version', async () => {
    const again = await regtime(['snapshot', '--data-dir', service.dataDir, '--to', snapshot]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/^regtime: \S+ exists already: [^\n]*\n$/) });
    const to = temporaryDirectory();
    const none = await regtime(['snapshot', '--data-dir', await restored(), '--to', join(to, 'none')]);
    expect(none).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^regtime: there is no \S+views-\S+: [^\n]*\n$/),
    });
    expect(readdirSync(to)).toEqual([]);
  });
});

describe('regtime serve --snapshot refuses, and builds no views instead,', () => {
  async function refused(from: string, dataDir: string): Promise<Ended> {
    const ended = await start('cli', ['serve', '--port', '0', '--data-dir', dataDir, '--snapshot', from]).ended;
    expect(readdirSync(dataDir).filter((name) => name.startsWith('views-'))).toEqual([]);
    return ended;
  }

  it('a snapshot of another log', async () => {
    const { code, stderr } = await refused(snapshot, temporaryDirectory());
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^regtime: the snapshot \S+ is of another log: [^\n]+\n$/),
    });
  });

  it('a snapshot of another version', async () => {
    const copy = copyOf(snapshot);
    const manifest = join(copy, 'snapshot.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/views-\w+\.db/, 'views-0123456789ab.db'));
    const { code, stderr } = await refused(copy, await restored());
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^regtime: the snapshot \S+ is of another version: it has views-0123456789ab\.db/),
    });
  });

  it('a snapshot of what the log does not hold', async () => {
    const copy = copyOf(snapshot);
    const manifest = join(copy, 'snapshot.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"position": 104', '"position": 105'));
    expect((await refused(copy, await restored())).stderr).toMatch(/at position 105 there is not the event/);
    writeFileSync(manifest, text.replace('"position": 104', '"position": 103'));
    expect((await refused(copy, await restored())).stderr).toMatch(/at position 103 there is not the event/);
  });

  it('what is damaged, or no snapshot at all', async () => {
    const copy = copyOf(snapshot);
    writeFileSync(viewsIn(copy), 'x', { flag: 'a' });
    expect((await refused(copy, await restored())).stderr).toMatch(/^regtime: the snapshot \S+ is damaged: [^\n]+\n$/);
    expect((await refused(temporaryDirectory(), await restored())).stderr).toMatch(/^regtime: \S+ is no snapshot: /);
  });
});

describe('a replica on an event store', () => {
  let wire: WireServer;
  beforeAll(async () => {
    wire = await startWireServer();
  });
  afterAll(() => wire.stop());

  it('starts from a snapshot with its positions, and does without it from then on', async () => {
    const words = ['--event-store-url', wire.url];
    const first = await served([...words, '--sample']);
    await caughtUp(first.url);
    const taken = join(temporaryDirectory(), 'taken');
    await regtime(['snapshot', '--data-dir', first.dataDir, '--to', taken]);
    for (const name of readdirSync(taken)) if (name.endsWith('.db')) mark(taken, name);

    const dataDir = temporaryDirectory();
    const second = await served([...words, '--snapshot', taken], dataDir);
    const files = readdirSync(dataDir).filter((name) => /^(views|positions)-.*\.db$/.test(name));
    expect(files.map((name) => isMarked(join(dataDir, name)))).toEqual([true, true]);
    expect(await state(second.url)).toBe(await state(first.url));
    await stop(second);
    const again = await served([...words, '--snapshot', join(taken, 'gone')], dataDir);
    expect(await state(again.url)).toBe(await state(first.url));
    await stop(again);
    await stop(first);
  });

  it('refuses the snapshot of another log before it numbers anything', async () => {
    const dataDir = temporaryDirectory();
    const words = ['serve', '--port', '0', '--data-dir', dataDir, '--event-store-url', wire.url];
    const { code, stderr } = await start('cli', [...words, '--snapshot', snapshot]).ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/ is of another log: /) });
    expect(existsSync(dataDir) && readdirSync(dataDir).filter((name) => /positions|views/.test(name))).toEqual([]);
  });
});
