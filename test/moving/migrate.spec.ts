import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openKurrentTarget } from '../../src/event-store/kurrent/kurrent-target.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { build } from '../cli/build.js';
import { ran } from '../cli/in-process.js';
import { type Ended, regtime, served, start as startProgram, stop, temporaryDirectory } from '../cli/program.js';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { sealed } from '../event-store/sealed.js';
import { tamper } from '../event-store/sqlite/tamper.js';
import { answersAt } from '../replicas/answers.js';
import { type Client, start } from '../service.js';

const BUILD_TIMEOUT = 120_000;
/** So many are under way for some time, to a server that is in this very process and to a directory. */
const [MANY, VERY_MANY] = [600, 8_000];

let wire: WireServer;
beforeAll(() => void build(), BUILD_TIMEOUT);
beforeEach(async () => {
  wire = await startWireServer();
});
afterEach(() => wire.stop());

const migrate = (from: string, to: string, ...words: readonly string[]): Promise<Ended> =>
  ran(['migrate', '--from', from, '--to', to, ...words]);
const serving = (dataDir: string, url?: string): Promise<Client> =>
  start({ dataDir, server: url === undefined ? undefined : { url } });

/** What was printed of the copy. */
async function migrated(from: string, to: string, ...words: readonly string[]): Promise<string> {
  const { stdout, ...end } = await migrate(from, to, ...words);
  expect(end).toEqual({ code: 0, stderr: '' });
  return stdout;
}

async function refused(message: RegExp, from: string, to: string, ...words: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await migrate(from, to, ...words);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(message);
}

/** The same line of the original, by another way. */
async function lineOf(dataDir: string): Promise<string> {
  const { code, stdout } = await ran(['backup', '--data-dir', dataDir, '--to', join(temporaryDirectory(), 'b.db')]);
  expect(code).toBe(0);
  return stdout;
}

/** Makes a log, or adds to one: a few streams whose events come by turns, by clocks that disagree. */
async function written(events: number, dataDir = temporaryDirectory()): Promise<string> {
  const store = openSqliteLog({ directory: dataDir, clock: Date.now });
  const { position } = await store.head();
  const began = Date.parse('2026-11-21T09:00:00.000Z');
  const appends = Array.from({ length: events }, (_, index) => {
    const number = position + index;
    const [stream, revision] = [`development-${number % 7}`, Math.floor(number / 7)];
    const recordedAt = new Date(began + number * 10 - (number % 3) * 25).toISOString();
    return store.append(stream, revision - 1, [sealed(store.log, stream, revision, { recordedAt })]);
  });
  await Promise.all(appends);
  await store.close();
  return dataDir;
}

const eventsOn = ({ store }: WireServer): number =>
  store.log.records.filter(({ stream }) => stream.startsWith('regtime.') && stream !== 'regtime.log').length;

/** Starts a migration and kills it once so much is done. */
async function killed(from: string, to: string, isEnough: () => boolean): Promise<void> {
  const running = startProgram('cli', ['migrate', '--from', from, '--to', to]);
  while (!isEnough() && running.child.exitCode === null) await pause(1);
  expect(await stop(running, 'SIGKILL')).toMatchObject({ code: null, stdout: '' });
}

describe('regtime migrate', () => {
  it('takes its places from the environment, where a password is not seen by others', async () => {
    const [from, to] = [await written(3), temporaryDirectory()];
    const before = process.env;
    process.env = { ...before, FROM_URL: from, TO_URL: wire.url };
    try {
      expect(await ran(['migrate'])).toMatchObject({ code: 0, stderr: '' });
      expect(await ran(['migrate', '--from', wire.url, '--to', to])).toMatchObject({ code: 0, stderr: '' });
    } finally {
      process.env = before;
    }
    expect(await lineOf(to)).toBe(await lineOf(from));
  });

  it('takes a log that is being served to an event store and back: the same answers, byte for byte', async () => {
    const original = await served(['--sample']);
    const line = await lineOf(original.dataDir);
    const words = ['migrate', '--from', original.dataDir, '--to', wire.url];
    expect(await regtime(words)).toEqual({ code: 0, stdout: line, stderr: '' });
    const onServer = await serving(temporaryDirectory(), wire.url);
    const back = join(temporaryDirectory(), 'made', 'for it');
    expect(await migrated(wire.url, back)).toBe(line);
    expect(readdirSync(back).sort()).toEqual(['log.db', 'writer.lock']);
    expect(await lineOf(back)).toBe(line);
    const inDirectory = await serving(back);
    for (const position of ['104', '60']) {
      const answers = await answersAt(original.url, position);
      expect(await answersAt(onServer.url, position)).toEqual(answers);
      expect(await answersAt(inDirectory.url, position)).toEqual(answers);
    }
    await stop(original);
    for (const each of [onServer, inDirectory]) await each.close();
  });

  it('goes on where it was killed, to an event store that nobody can open before all is there', async () => {
    const dataDir = await written(MANY);
    await killed(dataDir, wire.url, () => eventsOn(wire) > 50);
    const copied = eventsOn(wire);
    expect(copied).toBeLessThan(MANY);
    await expect(serving(temporaryDirectory(), wire.url)).rejects.toThrow(/finish the migration to it/);

    expect(await migrated(dataDir, wire.url)).toBe(await lineOf(dataDir));
    expect(eventsOn(wire)).toBe(MANY);
    expect(await migrated(wire.url, temporaryDirectory())).toBe(await lineOf(dataDir));
  });

  it('goes on where it was killed, in a directory that has no log before all is there', async () => {
    const dataDir = await written(VERY_MANY);
    const to = temporaryDirectory();
    await killed(dataDir, to, () => existsSync(join(to, 'migrating', 'log.db-wal')));
    // Nobody has the original open, so it was copied to be read.
    expect(readdirSync(to)).toEqual(expect.arrayContaining(['migrating', expect.stringMatching(/^reading-\w{6}$/)]));
    await expect(serving(to)).rejects.toThrow(/was cut off: run it again/);
    expect(await migrated(dataDir, to)).toBe(await lineOf(dataDir));
    expect(readdirSync(to).sort()).toEqual(['log.db', 'writer.lock']);
  });

  it.each<[string, () => string]>([
    ['directory', () => temporaryDirectory()],
    ['event store', () => wire.url],
  ])('adds what is new to a copy that was made before, in a %s', async (_, place) => {
    const [dataDir, to] = [await written(20), place()];
    await migrated(dataDir, to);
    await written(15, dataDir);
    const line = await migrated(dataDir, to, '--json');
    expect(JSON.parse(line)).toMatchObject({ position: '35' });
    expect(await migrated(dataDir, to)).toBe(await lineOf(dataDir));
  });

  it('copies to another prefix of the same event store', async () => {
    const dataDir = await written(20);
    await migrated(dataDir, wire.url);
    const line = await migrated(wire.url, wire.url, '--to-prefix', 'other.');
    expect(line).toBe(await lineOf(dataDir));
    expect(await migrated(wire.url, temporaryDirectory(), '--from-prefix', 'other.')).toBe(line);
  });

  it('copies a log without events', async () => {
    const dataDir = await written(0);
    expect(await migrated(dataDir, wire.url)).toBe(await lineOf(dataDir));
    expect(await migrated(wire.url, temporaryDirectory())).toBe(await lineOf(dataDir));
  });
});

describe('regtime migrate refuses, and changes nothing,', () => {
  it('a target that is another log', async () => {
    const [one, other] = [await written(5), await written(5)];
    const before = await lineOf(other);
    await refused(/^regtime: in \S+ there is another log, \S+, not \S+: choose another target\n$/, one, other);
    expect(await lineOf(other)).toBe(before);
    await migrated(other, wire.url);
    await refused(/^regtime: on \S+, under the prefix "regtime\.", there is another log, [^\n]+\n$/, one, wire.url);
    expect(eventsOn(wire)).toBe(5);
  });

  it('a target on which the migration of another log was cut off', async () => {
    const dataDir = await written(5);
    const log = '00000000-0000-4000-8000-000000000000';
    const target = await openKurrentTarget({ url: wire.url, log, clock: Date.now });
    await target.add([sealed(log, 'development-1', 0)]);
    await target.close();
    await refused(/there is another log, /, dataDir, wire.url);
  });

  it('a target that has gone another way since, or further', async () => {
    const [dataDir, copy, further] = [await written(5), temporaryDirectory(), temporaryDirectory()];
    await migrated(dataDir, copy);
    await migrated(dataDir, further);
    await written(2, dataDir);
    await written(3, copy);
    await refused(/ is not how the source begins: another event is at position 6\n$/, dataDir, copy);
    await migrated(dataDir, wire.url);
    await written(4, further);
    await refused(/ is not how the source begins: another event is at position 6\n$/, further, wire.url);
    await refused(/ goes on after position 5, where the source ends/, await restoredFrom(dataDir, 5), dataDir);
    expect(eventsOn(wire)).toBe(7);
  });

  /** The same log, as it was when it had only so many events. */
  async function restoredFrom(dataDir: string, events: number): Promise<string> {
    const source = openSqliteLog({ directory: dataDir, readOnly: true, clock: Date.now });
    const directory = temporaryDirectory();
    const store = openSqliteLog({ directory, startAs: source.log, clock: Date.now });
    for await (const page of source.readAll(1)) {
      for (const event of page.slice(0, events)) {
        await store.append(event.envelope.stream, event.envelope.revision - 1, [event]);
      }
    }
    await source.close();
    await store.close();
    return directory;
  }

  it('a source whose events are not as they were written', async () => {
    const dataDir = await written(5);
    tamper(dataDir, `UPDATE events SET data = replace(data, 'event', 'other') WHERE seq = 3`);
    await refused(/the payload of event \S+ isn't the one its envelope was sealed for/, dataDir, temporaryDirectory());
  });

  it('a source where there is none, and starts none there', async () => {
    const to = temporaryDirectory();
    await refused(/^regtime: there is no log in \S+\n$/, temporaryDirectory(), to);
    await refused(/^regtime: \S+ has no log under the prefix "regtime\."\n$/, wire.url, to);
    expect(readdirSync(to)).toEqual([]);
    await refused(
      /^regtime: \S+ has no log under the prefix "other\."\n$/,
      wire.url,
      join(to, 'new'),
      '--from-prefix',
      'other.',
    );
    expect(readdirSync(to)).toEqual([]);
    expect(wire.store.stream('regtime.log')).toEqual([]);
  });

  it('a target that a service is writing', async () => {
    const dataDir = temporaryDirectory();
    const service = await serving(dataDir);
    await refused(/ is being written by another process: /, await written(1), dataDir);
    await service.close();
  });

  it('one place for both, two event stores at once, and prefixes of a directory', async () => {
    const dataDir = await written(1);
    await refused(/^regtime: the source and the target are the same\n$/, dataDir, dataDir);
    const link = join(temporaryDirectory(), 'link');
    symlinkSync(dataDir, link);
    await refused(/^regtime: the source and the target are the same\n$/, dataDir, `${link}/`);
    await refused(/^regtime: the source and the target are the same\n$/, wire.url, wire.url, '--to-prefix', 'regtime.');
    await refused(/^regtime: one process uses one event store, not esdb:/, wire.url, 'esdb://127.0.0.1:1?tls=false');
    await refused(/ is a directory: a prefix is about /, dataDir, temporaryDirectory(), '--to-prefix', 'x.');
  });

  it('a directory inside the other, either way and through a link', async () => {
    const dataDir = await written(1);
    const link = join(temporaryDirectory(), 'link');
    symlinkSync(dataDir, link);
    const inside = /^regtime: one of \S+ and \S+ is inside the other: choose a directory apart\n$/;
    await refused(inside, dataDir, join(dataDir, 'not', 'there', 'yet'));
    await refused(inside, dataDir, join(link, 'migrating'));
    mkdirSync(join(dataDir, 'below'));
    await refused(/^regtime: there is no log in /, join(dataDir, 'below'), temporaryDirectory());
    await migrated(dataDir, join(temporaryDirectory(), 'apart'));
    await refused(inside, await written(1, join(dataDir, 'below')), dataDir);
    expect(readdirSync(dataDir)).not.toContain('not');
  });

  it('a prefix by which one log would be taken for a part of the other, and what is none', async () => {
    await migrated(await written(3), wire.url);
    const taken = /^regtime: streams that begin with "regtime\.two\." would be taken for those of "regtime\."/;
    await refused(taken, wire.url, wire.url, '--to-prefix', 'regtime.two.');
    await refused(/"no dot" is no prefix of streams/, wire.url, temporaryDirectory(), '--from-prefix', 'no dot');
    expect(eventsOn(wire)).toBe(3);
  });

  it('what can be no directory, and no URL', async () => {
    const dataDir = await written(1);
    await refused(/can't be made: /, dataDir, join(dataDir, '..', 'x\0y'));
    await refused(/can't be made: /, dataDir, '/proc/nothing/there');
    await refused(/begins with esdb:\/\/ or kurrentdb:\/\//, dataDir, 'http://127.0.0.1:2113');
    await refused(/begins with esdb:\/\/ or kurrentdb:\/\//, 'http://127.0.0.1:2113', temporaryDirectory());
  });
});
