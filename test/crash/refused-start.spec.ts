import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { build } from '../cli/build.js';
import { copyOf, directories, left, overwrite, refusedAsItWas, saying } from './data-directories.js';
import { type Ended, Program } from './program.js';
import { Wire } from './wire.js';

const BUILD_TIMEOUT = 120_000;
const PAGE = 4_096;

let main: string;
let stopped: string;
let killed: string;

beforeAll(async () => {
  main = join(build(), 'src', 'main.js');
  [stopped, killed] = await Promise.all([left(main, 'stop'), left(main, 'kill')]);
}, BUILD_TIMEOUT);

/** Changes a database in a process that is killed before it can take the journal in. */
function changeAndDie(path: string, statements: string): void {
  const program = `
    new (require('better-sqlite3'))(process.argv[1]).exec(process.argv[2]);
    process.kill(process.pid, 'SIGKILL');
  `;
  spawnSync(process.execPath, ['-e', program, path, statements]);
  expect(readdirSync(join(path, '..'))).toContain('log.db-wal');
}

describe('what it can not serve it leaves as it is, and says why in one line', () => {
  it('the data directory of another process, which goes on', async () => {
    const dataDir = copyOf(stopped);
    const first = new Program({ main, dataDir });
    const wire = new Wire(await first.url());
    await refusedAsItWas({ main, dataDir }, /is being written by another process/);
    const headers = { 'content-type': 'application/json' };
    const body = '{"type":"place","name":"New"}';
    const answer = await wire.send({ method: 'PUT', path: '/v1/entities/new', headers, body });
    expect(answer?.status).toBe(201);
    wire.close();
    expect(await first.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('a text', async () => {
    const dataDir = directories();
    writeFileSync(join(dataDir, 'log.db'), 'Day by day\n');
    await refusedAsItWas({ main, dataDir }, /is not a log of this program/);
  });

  it('a database of another program', async () => {
    const dataDir = directories();
    new Database(join(dataDir, 'log.db')).exec('CREATE TABLE days (day TEXT)').close();
    await refusedAsItWas({ main, dataDir }, /is a database of another program/);
  });

  it('a database of another program that was killed, with its journal', async () => {
    const dataDir = directories();
    const path = join(dataDir, 'log.db');
    new Database(path).exec('PRAGMA journal_mode = WAL; CREATE TABLE days (day TEXT)').close();
    changeAndDie(path, `INSERT INTO days VALUES ('today')`);
    await refusedAsItWas({ main, dataDir }, /is a database of another program/);
  });

  it('the log of a newer version', async () => {
    const dataDir = copyOf(stopped);
    new Database(join(dataDir, 'log.db')).exec('PRAGMA user_version = 2').close();
    await refusedAsItWas({ main, dataDir }, /has schema version 2, this program knows 1: start a newer version/);
  });

  it('the log of a newer version that was killed, with its journal', async () => {
    const dataDir = copyOf(killed);
    changeAndDie(join(dataDir, 'log.db'), 'PRAGMA user_version = 2');
    await refusedAsItWas({ main, dataDir }, /has schema version 2, this program knows 1: start a newer version/);
  });

  it('a log that was cut short', async () => {
    const dataDir = copyOf(stopped);
    truncateSync(join(dataDir, 'log.db'), 5 * PAGE);
    await refusedAsItWas({ main, dataDir }, /log\.db is damaged [^\n]*: restore it from a backup/);
  });

  it('a log whose end is overwritten', async () => {
    const dataDir = copyOf(stopped);
    const path = join(dataDir, 'log.db');
    overwrite(path, 5 * PAGE, readFileSync(path).length - 5 * PAGE);
    await refusedAsItWas({ main, dataDir }, /log\.db is damaged [^\n]*: restore it from a backup/);
  });

  it('the journal of a log that is gone', async () => {
    const dataDir = copyOf(killed);
    truncateSync(join(dataDir, 'log.db'), 0);
    const what = /log\.db is empty but its journal [^\n]* is there: restore both from a backup/;
    await refusedAsItWas({ main, dataDir }, what);
  });
});

describe('of several that start at once on one data directory', () => {
  it('one serves, and the others say why they do not', async () => {
    const dataDir = directories();
    const programs = Array.from({ length: 3 }, () => new Program({ main, dataDir }));
    const ended: Ended[] = [];
    const endings = programs.map((program) => program.ended.then((end) => void ended.push(end)));
    const starts = await Promise.allSettled(programs.map((program) => program.url()));
    expect(starts.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(ended).toEqual([saying(/another process/), saying(/another process/)]);
    for (const program of programs) await program.stop();
    await Promise.all(endings);
    expect(ended[2]).toMatchObject({ code: 0, stderr: '' });
  });
});
