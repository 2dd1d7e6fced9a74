import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WhatIfAnswer } from '../../src/what-if/what-if.query.js';
import { build, ROOT } from './build.js';
import { regtime, SAMPLE, type Served, served, temporaryDirectory } from './program.js';

const BUILD_TIMEOUT = 120_000;
const PAGE = readFileSync(join(ROOT, 'docs', 'what-if.md'), 'utf8');
const [LINES = '', REQUEST = ''] = [...PAGE.matchAll(/```json\n(.*?)```\n/gs)].map(([, text = '']) => text);
const [, COMMAND = '', PRINTED = ''] =
  /```sh\nnpm run regtime -- ([^\n]*)\n```\n\n```text\n(.*?)```\n/s.exec(PAGE) ?? [];

let service: Served;
let directory: string;
beforeAll(async () => {
  build();
  service = await served(['--sample']);
  directory = temporaryDirectory();
}, BUILD_TIMEOUT);

function file(name: string, ...lines: readonly (object | string)[]): string {
  const path = join(directory, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)).join(''));
  return path;
}

const whatIf = (path: string, ...words: string[]) => regtime(['what-if', path, ...words, '--url', service.url]);
const head = async (): Promise<string> => (await fetch(`${service.url}/v1/state?limit=1`)).text();

describe('the page on what if', () => {
  it('shows what its command prints, but for the times of recording', async () => {
    const [, name = '', ...words] = COMMAND.split(' ');
    const { code, stdout, stderr } = await whatIf(file(name, LINES), ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll(/\(recorded \S+Z\)/g, '(recorded …)')).toBe(PRINTED);
  });

  it('shows a request that is answered the same', async () => {
    const answer = await fetch(`${service.url}/v1/what-if`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: REQUEST,
    });
    expect(await answer.json()).toMatchObject({
      base: { position: '104' },
      changes: { facts: [{}, { fact: 'links:wechat:taobao' }] },
      answers: [{ fact: { value: 'blocked' } }],
    });
  });
});

describe('regtime what-if', () => {
  const LIKE = {
    kind: 'LinksBlocked',
    title: 'Blocked again',
    when: '2021-09',
    details: { from: 'wechat', to: ['taobao'] },
  };

  it('prints the answer of the service with --json; a data directory itself answers the same', async () => {
    const path = file('more.ndjson', { development: LIKE }, '\n');
    const words = ['what-if', path, '--as-of', '2021-09-15', '--json'];
    const before = await head();
    const ends = await Promise.all([
      regtime([...words, '--url', service.url]),
      regtime([...words, '--data-dir', service.dataDir]),
    ]);
    const [one, other] = ends.map(({ stdout }) => JSON.parse(stdout) as WhatIfAnswer);
    const timeless = (answer?: WhatIfAnswer) => JSON.stringify(answer).replaceAll(/"recordedAt":"[^"]+"/g, '');
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(one?.commands).toMatchObject([{ status: 'recorded', warnings: [{ code: 'order-unknown' }] }]);
    expect(timeless(one)).toBe(timeless(other));
    expect(await head()).toBe(before);
  });

  it('tells on which line of the file what would be refused or warned of, and ends with 1', async () => {
    const path = file('bad.ndjson', '\n', { development: LIKE }, '\n', {
      development: { ...LIKE, kind: 'LinkBlocked' },
    });
    const { code, stdout, stderr } = await whatIf(path, '--as-of', '2021-09-15', '--fact', 'links:wechatt:taobao');
    expect([code, stderr]).toEqual([1, 'regtime: 1 line would be refused\n']);
    expect(stdout).toMatch(/\nline 2: order-unknown: "Blocked again" /);
    expect(stdout).toMatch(/\nline 4 would be refused: invalid-development: \/kind is not a kind [^\n]*LinksBlocked/);
    expect(stdout).toMatch(/\nlinks:wechatt:taobao: There was no fact [^\n]* Near: wechat\.\n/);
    expect(stdout).toMatch(
      /\n2 lines: 1 would be recorded, 0 unchanged, 1 refused\.\nSupposed as of 2021-09-15, on top of /,
    );
  });

  it('tells that what was imported already would change nothing', async () => {
    const lines = readFileSync(SAMPLE, 'utf8').split('\n').slice(0, 90);
    const { code, stdout } = await whatIf(file('again.ndjson', lines.join('\n')));
    expect(code).toBe(0);
    expect(stdout).toContain(
      '\nNo fact would be answered otherwise.\n90 lines: 0 would be recorded, 90 unchanged, 0 refused.\n',
    );
  });

  it('refuses what is no file of statements, and more than there may be', async () => {
    const [noJson, empty, missing, many] = await Promise.all([
      whatIf(file('no.ndjson', { development: LIKE }, '{"development"\n')),
      whatIf(file('empty.ndjson', '\n')),
      whatIf(join(directory, 'missing.ndjson')),
      whatIf(file('many.ndjson', ...Array.from({ length: 101 }, () => ({ development: LIKE })))),
    ]);
    expect([noJson, empty, missing, many].map(({ code, stdout }) => [code, stdout])).toEqual(Array(4).fill([1, '']));
    expect(noJson?.stderr).toMatch(/^regtime: line 2: This is not JSON: /);
    expect(empty?.stderr).toBe('regtime: there is nothing to suppose: the file has no lines\n');
    expect(missing?.stderr).toMatch(/^regtime: ENOENT/);
    expect(many?.stderr).toMatch(/\/commands should be a list of 1 to 100 items[^\n]*\(invalid-what-if\)\n$/);
  });
});
