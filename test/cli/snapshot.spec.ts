import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { readManifest } from '../../src/projecting/snapshot-manifest.js';
import { SnapshotRefused } from '../../src/projecting/snapshot-refused.js';
import type { ServeOptions } from '../../src/serve.js';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { type Client, start } from '../service.js';
import { build } from './build.js';
import { ran } from './in-process.js';
import { regtime, type Served, served, stop, temporaryDirectory } from './program.js';

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
  expect(await ran(['backup', '--data-dir', service.dataDir, '--to', backup])).toMatchObject({ code: 0 });
  const taken = await regtime(['snapshot', '--data-dir', service.dataDir, '--to', snapshot, '--json']);
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(taken.stdout)).toMatchObject({ position: '104', rules: 1 });
}, BUILD_TIMEOUT);

const caughtUp = async (url: string): Promise<void> =>
  void expect((await fetch(`${url}/v1/state?minPosition=104`)).status).toBe(200);

const state = async (url: string, position = 104): Promise<string> =>
  (await fetch(`${url}/v1/state?asOf=2021-09-15&knownAt=position:${position}&limit=1000`)).text();

afterAll(() => stop(service));

/** A data directory with the log as it was when the snapshot was taken. */
function restored(): string {
  const dataDir = temporaryDirectory();
  copyFileSync(backup, join(dataDir, 'log.db'));
  return dataDir;
}

/** A service in this process. */
const serving = (dataDir: string, more: Partial<ServeOptions> = {}): Promise<Client> =>
  start({ dataDir, server: undefined, ...more });

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
    const { code } = await ran(['snapshot', '--data-dir', service.dataDir, '--to', live]);
    writing.abort();
    const last = await written;
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(live, 'snapshot.json'), 'utf8')).position).toBeGreaterThanOrEqual(104);
    mark(live, basename(viewsIn(live)));

    const dataDir = temporaryDirectory();
    const now = join(temporaryDirectory(), 'now.db');
    await ran(['backup', '--data-dir', service.dataDir, '--to', now]);
    await ran(['restore', '--from', now, '--data-dir', dataDir]);
    const other = await serving(dataDir, { snapshot: live });
    expect(isMarked(viewsIn(dataDir))).toBe(true);
    expect((await fetch(`${other.url}/v1/state?minPosition=${last}`)).status).toBe(200);
    expect(await state(other.url, last)).toBe(await state(service.url, last));
    await other.close();
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
    const dataDir = restored();
    const first = await serving(dataDir);
    await caughtUp(first.url);
    await first.close();
    const before = readdirSync(dataDir);
    const taken = join(temporaryDirectory(), 'taken');
    expect(await ran(['snapshot', '--data-dir', dataDir, '--to', taken])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(dataDir)).toEqual(before);
    expect(readdirSync(taken).length).toBe(2);
  });

  it('replaces nothing, and needs views of this version', async () => {
    const again = await ran(['snapshot', '--data-dir', service.dataDir, '--to', snapshot]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/^regtime: \S+ exists already: [^\n]*\n$/) });
    const to = temporaryDirectory();
    const none = await ran(['snapshot', '--data-dir', restored(), '--to', join(to, 'none')]);
    expect(none).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^regtime: there is no \S+views-\S+: [^\n]*\n$/),
    });
    expect(readdirSync(to)).toEqual([]);
  });
});

describe('regtime serve --snapshot refuses, and builds no views instead,', () => {
  async function refused(from: string, dataDir: string, more: Partial<ServeOptions> = {}): Promise<string> {
    const error = await serving(dataDir, { snapshot: from, ...more }).then(
      (client) => client.close(),
      (each: unknown) => each,
    );
    expect(error).toBeInstanceOf(SnapshotRefused);
    expect(readdirSync(dataDir).filter((name) => /^(views|positions)-/.test(name))).toEqual([]);
    return (error as SnapshotRefused).message;
  }

  it('a snapshot of another log, told in one line', async () => {
    const words = ['serve', '--port', '0', '--data-dir', temporaryDirectory(), '--snapshot', snapshot];
    expect(await ran(words)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^regtime: the snapshot \S+ is of another log: [^\n]+\n$/),
    });
  });

  it('a snapshot of another version', async () => {
    const copy = copyOf(snapshot);
    const manifest = join(copy, 'snapshot.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/views-\w+\.db/, 'views-0123456789ab.db'));
    const message = await refused(copy, restored());
    expect(message).toMatch(/^the snapshot \S+ is of another version: it has views-0123456789ab\.db/);
  });

  it('a snapshot of what the log does not hold', async () => {
    const copy = copyOf(snapshot);
    const manifest = join(copy, 'snapshot.json');
    const text = readFileSync(manifest, 'utf8');
    for (const position of [105, 103]) {
      writeFileSync(manifest, text.replace('"position": 104', `"position": ${position}`));
      expect(await refused(copy, restored())).toContain(`at position ${position} there is not the event`);
    }
  });

  it.each<[string, (file: string) => void]>([
    ['something more at its end', (file) => writeFileSync(file, 'x', { flag: 'a' })],
    ['its end missing', (file) => truncateSync(file, readFileSync(file).length - 1)],
    ['nothing in it', (file) => truncateSync(file)],
    ['one bit another', (file) => writeFileSync(file, flipped(readFileSync(file), 4_711))],
  ])('views with %s', async (_, damage) => {
    const copy = copyOf(snapshot);
    damage(viewsIn(copy));
    expect(await refused(copy, restored())).toMatch(
      /^the snapshot \S+ is damaged: views-\w+\.db is not as it was written$/,
    );
  });

  it('what is no snapshot', async () => {
    expect(await refused(temporaryDirectory(), restored())).toMatch(/ is no snapshot: /);
    expect(await refused(join(temporaryDirectory(), 'missing'), restored())).toMatch(/ is no snapshot: /);
    expect(await refused(viewsIn(snapshot), restored())).toMatch(/ is no snapshot: /);
  });

  it('a snapshot.json with any bit another, cut off anywhere, or that names files elsewhere', () => {
    const manifest = readFileSync(join(snapshot, 'snapshot.json'));
    const directory = temporaryDirectory();
    const [whole, own] = [readManifest(snapshot), basename(viewsIn(snapshot))];
    const read = (bytes: Uint8Array): ReturnType<typeof readManifest> | undefined => {
      writeFileSync(join(directory, 'snapshot.json'), bytes);
      try {
        return readManifest(directory);
      } catch (error) {
        if (error instanceof SnapshotRefused) return undefined;
        throw error;
      }
    };
    for (let length = 0; length < manifest.length - 2; length += 1) {
      expect(read(manifest.subarray(0, length))).toBeUndefined();
    }
    for (let bit = 0; bit < manifest.length * 8; bit += 3) {
      const { rules, ...told } = read(flipped(manifest, bit >> 3, bit % 8)) ?? whole;
      // What is told otherwise is found out later: it is of another log, version or event, or not as it was written.
      expect([typeof told.log, typeof told.position, typeof told.views.name]).toEqual(['string', 'number', 'string']);
    }
    const elsewhere = manifest.toString().replace(own, `../${own}`);
    expect(read(Buffer.from(elsewhere))).toBeUndefined();
  });
});

function flipped(bytes: Buffer, place: number, bit = 0): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = (copy[place] as number) ^ (1 << bit);
  return copy;
}

describe('a replica on an event store', () => {
  let wire: WireServer;
  let server: { readonly url: string };
  let first: Client;
  let taken: string;
  beforeAll(async () => {
    wire = await startWireServer();
    server = { url: wire.url };
    const dataDir = temporaryDirectory();
    first = await serving(dataDir, { server, sample: true });
    await caughtUp(first.url);
    taken = join(temporaryDirectory(), 'taken');
    expect(await ran(['snapshot', '--data-dir', dataDir, '--to', taken])).toMatchObject({ code: 0, stderr: '' });
  });
  afterAll(async () => {
    await first.close();
    await wire.stop();
  });

  it('starts from a snapshot with its positions, and does without it from then on', async () => {
    const marked = copyOf(taken);
    for (const name of readdirSync(marked)) if (name.endsWith('.db')) mark(marked, name);
    const dataDir = temporaryDirectory();
    // Of a database that was deleted without its journal.
    const stale = join(dataDir, `${basename(viewsIn(marked))}-wal`);
    writeFileSync(stale, 'of another database');
    const second = await serving(dataDir, { server, snapshot: marked });
    const files = readdirSync(dataDir).filter((name) => /^(views|positions)-.*\.db$/.test(name));
    expect(files.map((name) => isMarked(join(dataDir, name)))).toEqual([true, true]);
    expect(await state(second.url)).toBe(await state(first.url));
    await second.close();
    const again = await serving(dataDir, { server, snapshot: join(marked, 'gone') });
    expect(await state(again.url)).toBe(await state(first.url));
    await again.close();
  });

  it.each<[string, RegExp, () => string]>([
    ['of another log', / is of another log: /, () => snapshot],
    ['with damaged views', / is damaged: views-/, () => damaged(/^views-/)],
    ['with damaged positions', / is damaged: positions-/, () => damaged(/^positions-/)],
  ])('refuses a snapshot %s before it numbers anything or puts anything in place', async (_, message, from) => {
    const dataDir = temporaryDirectory();
    await expect(serving(dataDir, { server, snapshot: from() })).rejects.toThrow(message);
    expect(readdirSync(dataDir).filter((name) => /positions|views/.test(name))).toEqual([]);
  });

  function damaged(name: RegExp): string {
    const copy = copyOf(taken);
    const file = join(copy, readdirSync(copy).find((each) => name.test(each)) as string);
    writeFileSync(file, flipped(readFileSync(file), 100));
    return copy;
  }
});
