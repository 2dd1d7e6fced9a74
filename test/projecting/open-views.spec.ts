import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { PROJECTIONS } from '../../projections/index.js';
import { readOnlyViews } from '../../src/cli/read-only-views.js';
import { type EventStore, NO_STREAM } from '../../src/event-store/event-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { openViews } from '../../src/projecting/open-views.js';
import { type Views, viewsFile } from '../../src/projecting/views.js';
import { sealed } from '../event-store/sealed.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';

const directories = temporaryDirectories();
const fileIn = (directory: string): string => viewsFile({ directory, projections: PROJECTIONS });
const logIn = (directory: string) => openSqliteLog({ directory, clock: Date.now });

/** Registers entities; enough to tell views apart. */
async function register(store: EventStore, ...slugs: readonly string[]): Promise<void> {
  for (const slug of slugs) {
    const event = { type: 'EntityRegistered', data: { type: 'service', name: slug } };
    await store.append(`entity-${slug}`, NO_STREAM, [sealed(store.log, `entity-${slug}`, 0, event)]);
  }
}

interface Found {
  /** How far the views were when they were opened. */
  readonly opened: number;
  /** What they hold once they have caught up. */
  readonly slugs: readonly string[];
}

const slugsIn = (views: Views): readonly string[] =>
  views.sql.all<{ slug: string }>('SELECT slug FROM entities ORDER BY known_from').map(({ slug }) => slug);

async function bringUp(directory: string): Promise<Found> {
  const store = logIn(directory);
  const views = await openViews({ store, directory, projections: PROJECTIONS });
  const opened = views.checkpoint;
  for await (const page of store.readAll(opened + 1)) views.apply(page);
  const slugs = slugsIn(views);
  views.close();
  await store.close();
  return { opened, slugs };
}

/** A log of these entities and its views. */
async function filled(...slugs: readonly string[]): Promise<string> {
  const directory = directories();
  await grow(directory, ...slugs);
  await bringUp(directory);
  return directory;
}

async function grow(directory: string, ...slugs: readonly string[]): Promise<void> {
  const store = logIn(directory);
  await register(store, ...slugs);
  await store.close();
}

describe('views that hold what the log holds', () => {
  it('are gone on with', async () => {
    const directory = await filled('a', 'b');
    await grow(directory, 'c');
    expect(await bringUp(directory)).toEqual({ opened: 2, slugs: ['a', 'b', 'c'] });
  });
});

describe('views that hold what the log does not are built anew', () => {
  it('where the log is another one', async () => {
    const [mine, other] = [await filled('a', 'b'), await filled('x', 'y', 'z')];
    copyFileSync(fileIn(other), fileIn(mine));
    expect(await bringUp(mine)).toEqual({ opened: 0, slugs: ['a', 'b'] });
  });

  it('where the log was restored from an older backup', async () => {
    const directory = await filled('a', 'b');
    copyFileSync(join(directory, 'log.db'), join(directory, 'backup.db'));
    await grow(directory, 'c', 'd');
    await bringUp(directory);
    copyFileSync(join(directory, 'backup.db'), join(directory, 'log.db'));
    expect(await bringUp(directory)).toEqual({ opened: 0, slugs: ['a', 'b'] });
  });

  it.each([
    ['is as long as they are again', ['x', 'y']],
    ['is longer than they are again', ['x', 'y', 'z']],
  ])('where the log was restored and %s', async (_, since) => {
    const directory = await filled('a', 'b');
    copyFileSync(join(directory, 'log.db'), join(directory, 'backup.db'));
    await grow(directory, 'c', 'd');
    await bringUp(directory);
    copyFileSync(join(directory, 'backup.db'), join(directory, 'log.db'));
    await grow(directory, ...since);
    expect(await bringUp(directory)).toEqual({ opened: 0, slugs: ['a', 'b', ...since] });
  });

  it('where the log has nothing at all', async () => {
    const directory = directories();
    await logIn(directory).close();
    copyFileSync(join(directory, 'log.db'), join(directory, 'backup.db'));
    await grow(directory, 'a');
    await bringUp(directory);
    copyFileSync(join(directory, 'backup.db'), join(directory, 'log.db'));
    expect(await bringUp(directory)).toEqual({ opened: 0, slugs: [] });
  });
});

describe('views that are not usable are built anew', () => {
  const garbage = Buffer.alloc(40_000, 'these are no views ');

  async function spoiled(spoil: (file: string) => void): Promise<Found> {
    const directory = await filled('a', 'b');
    spoil(fileIn(directory));
    return bringUp(directory);
  }
  const anew: Found = { opened: 0, slugs: ['a', 'b'] };

  it('garbage', async () => {
    expect(await spoiled((file) => writeFileSync(file, garbage))).toEqual(anew);
  });

  it.each([0, 1, 100, 4_096, 10_000, 20_000])('cut off after %i bytes', async (length) => {
    expect(await spoiled((file) => truncateSync(file, length))).toEqual(anew);
  });

  it('overwritten from its second page on', async () => {
    const spoil = (file: string): void => {
      const bytes = readFileSync(file);
      writeFileSync(file, Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 'x')]));
    };
    expect(await spoiled(spoil)).toEqual(anew);
  });

  it('garbage, beside the journal of a process that died', async () => {
    const directory = await filled('a', 'b');
    const [file, kept] = [fileIn(directory), directories()];
    const db = new Database(file);
    // Now the journal has the first page, which alone would look sound.
    db.exec(`PRAGMA user_version = 1; UPDATE meta SET value = value WHERE name = 'checkpoint'`);
    for (const suffix of ['-wal', '-shm']) copyFileSync(file + suffix, join(kept, `views${suffix}`));
    db.close();
    for (const suffix of ['-wal', '-shm']) copyFileSync(join(kept, `views${suffix}`), file + suffix);
    writeFileSync(file, garbage);
    expect(await bringUp(directory)).toEqual(anew);
  });

  it("another program's database", async () => {
    const spoil = (file: string): void => {
      rmSync(file);
      new Database(file).exec('CREATE TABLE meta (key TEXT); CREATE TABLE entities (id INTEGER)').close();
    };
    expect(await spoiled(spoil)).toEqual(anew);
  });
});

describe('views that are only read', () => {
  /** What is read of a directory whose log was restored, and whose views know more than it. */
  async function readAfterRestore(spoil: (file: string) => void = () => undefined): Promise<readonly string[]> {
    const directory = await filled('a', 'b');
    copyFileSync(join(directory, 'log.db'), join(directory, 'backup.db'));
    await grow(directory, 'c', 'd');
    await bringUp(directory);
    copyFileSync(join(directory, 'backup.db'), join(directory, 'log.db'));
    spoil(fileIn(directory));
    const before = readFileSync(fileIn(directory));
    const store = openSqliteLog({ directory, readOnly: true, clock: Date.now });
    const views = await readOnlyViews(store, directory, directories());
    const slugs = slugsIn(views);
    views.close();
    await store.close();
    expect(readFileSync(fileIn(directory))).toEqual(before);
    return slugs;
  }

  it('are left as they are, and others built, where they hold what the log does not', async () => {
    expect(await readAfterRestore()).toEqual(['a', 'b']);
  });

  it('also where another process has them open', async () => {
    const others: Database.Database[] = [];
    const openElsewhere = (file: string): void => {
      const other = new Database(file);
      other.prepare('SELECT * FROM meta').all();
      others.push(other);
    };
    expect(await readAfterRestore(openElsewhere)).toEqual(['a', 'b']);
    for (const other of others) other.close();
  });
});
