import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from './build.js';
import { regtime, type Served, served, stop, temporaryDirectory } from './program.js';

const QUESTIONS = [
  ['why', 'links:wechat:taobao', '--as-of', '2021-09-15', '--json'],
  ['history', 'links:wechat:taobao', '--json'],
  ['state', '--as-of', '2021-09-15', '--json'],
  ['timeline', '--matter', 'platform-interoperability', '--order', 'desc', '--limit', '5', '--all', '--json'],
];

const BUILD_TIMEOUT = 120_000;
let service: Served;
let answers: readonly string[];
/** The data directory as it is while the service runs: what a crash would leave. */
let crashed: string;

beforeAll(async () => {
  build();
  service = await served(['--sample']);
  answers = await asked('--url', service.url);
  crashed = temporaryDirectory();
  cpSync(service.dataDir, crashed, { recursive: true });
}, BUILD_TIMEOUT);

/** The answers to all questions, asked at one place. */
async function asked(...where: string[]): Promise<readonly string[]> {
  const ends = await Promise.all(QUESTIONS.map((words) => regtime([...words, ...where])));
  for (const end of ends) expect(end).toMatchObject({ code: 0, stderr: '' });
  return ends.map(({ stdout }) => stdout);
}

/** Names, times and contents; SQLite may renew the index that another process or a crash left there. */
function contentsOf(directory: string) {
  return readdirSync(directory).map((name) => {
    if (name.endsWith('-shm')) return name;
    const path = join(directory, name);
    const { mtimeMs, ino } = statSync(path);
    return [name, ino, mtimeMs, createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
}

describe('regtime state, timeline, why and history', () => {
  const ask = (...words: string[]) => regtime([...words, '--url', service.url]);

  it('tells people the state with its certainty, its totals and its coordinates', async () => {
    const { stdout } = await ask('state', '--as-of', '2021-09-15');
    expect(stdout).toMatch(/^The state on 2021-09-15\n/);
    expect(stdout).toMatch(/\nLINKS\n {2}wechat {2}external-sites {2}allowed or blocked {2}possible\n/);
    expect(stdout).toMatch(/\n {2}alibaba {4}stop-blocking-links {2}committed or ordered or unrecorded {2}possible\n/);
    expect(stdout).toMatch(/ {2}2,750,000,000 USD {2}definite {2}since between 2021-04-01 and 2021-04-30\n/);
    expect(stdout).toMatch(/ {2}removed {6}definite {2}since 2018-02-28 or before\n/);
    expect(stdout).toMatch(/\nTOTALS\n {2}penalty {2}alibaba {2}2,750,000,000 USD {2}definite\n/);
    expect(stdout).toMatch(
      /\n34 facts: 22 definite, 12 possible\.\nAs of 2021-09-15, known at position 104 \(recorded \S+Z\), rules \d+\.\n$/,
    );
  });

  it('tells people the timeline, dates first', async () => {
    const { stdout } = await ask('timeline', '--from', '2021-09-10', '--to', '2021-10-31', '--kind', 'LinksUnblocked');
    expect(stdout).toMatch(/^2021-09-11 to 2021-09-18 {2}WeChat lets its users open outside links\n/);
    expect(stdout).toMatch(
      /\n {26}LinksUnblocked · platform-interoperability · dated 2021-09 · revision 1 · Nation World News · [0-9a-f-]{36}\n/,
    );
    expect(stdout).toMatch(/\n1 development\.\nAs known at position 104 \(recorded \S+Z\), rules \d+\.\n$/);
  });

  it('tells people why: everything that speaks of the fact, what counts, and the timing that decided', async () => {
    const { stdout } = await ask('why', 'links:wechat:taobao', '--as-of', '2021-09-15');
    expect(stdout).toMatch(
      /^links wechat → taobao on 2021-09-15: allowed or blocked \(possible\)\nOpen, for [^\n]+\.\n\n/,
    );
    expect(stdout).toMatch(
      /\n2011-09-01 to 2013-12-31 {2}blocked: WeChat blocks links to Taobao and other outside sites\n/,
    );
    expect(stdout).toContain(' May have been superseded: from 2021-09-11 on, links may have been allowed.\n');
    expect(stdout).toMatch(
      / Not earlier and not later, since "WeChat lets its users open outside links" came 2 to 9 days after "[^"]+" \(2021-09-09\)\.\n/,
    );
    expect(stdout).toMatch(
      / LinksUnblocked · dated 2021-09 · Nation World News · recorded at position 100 · revision 1 · /,
    );
  });

  it('tells people what was believed, and when, of every day or of one', async () => {
    const { stdout } = await ask('history', 'links:wechat:taobao');
    expect(stdout).toMatch(
      /^What was believed of links wechat → taobao\n\nAt positions 0 to 62, from the beginning:\n {2}every day {2}unrecorded\n\nAt positions 63 to 84, from \S+Z:\n {2}until 2011-08-31 {10}unrecorded\n/,
    );
    expect(stdout).toMatch(
      /\n {2}2021-09-11 to 2021-09-17 {2}allowed or blocked {5}possible\n {2}from 2021-09-18 {11}allowed /,
    );
    const ofOneDay = await ask('history', 'links:wechat:taobao', '--as-of', '2021-09-15');
    expect(ofOneDay.stdout).toMatch(
      /\nAt positions 85 to 104, from \S+Z:\n {2}2021-09-15 {2}allowed or blocked {2}possible\n/,
    );
  });

  it('ends with 1 and near matches where there is no such fact', async () => {
    for (const command of ['why', 'history']) {
      const { code, stderr } = await ask(command, 'links:wechatt:taobao');
      expect([code, stderr]).toEqual([1, expect.stringMatching(/Near: wechat\. \(unknown-fact\)\n$/)]);
    }
  });

  it('tells people what of the timeline holds the words they search for', async () => {
    const { stdout } = await ask('timeline', '--search', '微信支付 announce', '--order', 'desc');
    expect(stdout).toMatch(/^2024 +Alibaba announces WeChat Pay for Taobao and Tmall\n/);
    expect(stdout).toContain('\n2 developments.\n');
  });

  it('prints one page, or with --all every page', async () => {
    const first = await ask('state', '--as-of', '2021-09-15', '--limit', '10');
    expect(first.stdout).toContain('10 facts: 9 definite, 1 possible. More follow: --all shows them.');
    const pages = await ask('state', '--as-of', '2021-09-15', '--limit', '10', '--all', '--json');
    const facts = pages.stdout
      .trimEnd()
      .split('\n')
      .map((page) => JSON.parse(page).facts.length);
    expect(facts).toEqual([10, 10, 10, 4]);
    const all = await ask('state', '--as-of', '2021-09-15', '--limit', '10', '--all');
    expect(all.stdout).toBe((await ask('state', '--as-of', '2021-09-15')).stdout);
  });

  it('asks what was known at a position', async () => {
    const { stdout } = await ask('state', '--known-at', 'position:57', '--as-of', '2021-09-15');
    expect(stdout).toContain('Nothing is recorded for that, which is not to say that nothing was so.');
    expect(stdout).toContain('known at position 57 (recorded ');
  });

  it('ends with 1 and the detail of the problem where the service refuses', async () => {
    const { code, stdout, stderr } = await ask('state', '--as-of', '2021-09');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^regtime: asOf: "2021-09" is not one day of the calendar\.[^\n]* \(invalid-coordinate\)\n$/,
    );
  });
});

describe('a data directory answers as the service does, and is left as it is', () => {
  async function expectSameAnswers(directory: string): Promise<void> {
    const before = contentsOf(directory);
    expect(await asked('--data-dir', directory)).toEqual(answers);
    expect(contentsOf(directory)).toEqual(before);
  }
  const without = (pattern: RegExp): string => {
    const copy = temporaryDirectory();
    cpSync(service.dataDir, copy, { recursive: true, filter: (path) => !pattern.test(path) });
    return copy;
  };

  it('while the service writes it', () => expectSameAnswers(service.dataDir));

  it('after a crash', () => expectSameAnswers(crashed));

  it('after a crash, where the views are lost', async () => {
    for (const name of readdirSync(crashed)) if (name.startsWith('views-')) rmSync(join(crashed, name));
    await expectSameAnswers(crashed);
  });

  it('after the service was stopped', async () => {
    await stop(service);
    await expectSameAnswers(service.dataDir);
  });

  it('where there are no views', () => expectSameAnswers(without(/views-/)));

  it('but not where there is none, or no log in it', async () => {
    const none = await regtime(['state', '--data-dir', join(service.dataDir, 'none')]);
    expect(none).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^regtime: there is no directory \S+none\n$/),
    });
    const empty = temporaryDirectory();
    const noLog = await regtime(['timeline', '--data-dir', empty]);
    expect(noLog).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^regtime: there is no log at \S+log\.db\n$/),
    });
    expect(readdirSync(empty)).toEqual([]);
  });

  it('and nothing answers at its address any more', async () => {
    const { code, stderr } = await regtime(['timeline', '--url', service.url]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: nothing answers at http:\S+ \(ECONNREFUSED\): is the service running.*--url\n$/);
  });
});
