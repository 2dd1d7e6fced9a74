import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DiffAnswer } from '../../src/state/diff/diff.query.js';
import { build, ROOT } from './build.js';
import { regtime, type Served, served } from './program.js';

const BUILD_TIMEOUT = 120_000;
let service: Served;
beforeAll(async () => {
  build();
  service = await served(['--sample']);
}, BUILD_TIMEOUT);

const diff = (...words: string[]) => regtime(['diff', ...words, '--url', service.url]);

/** A command of the page, and what the page says that it prints. */
const EXAMPLE = /```sh\n(?<command>[^\n]*)\n```\n\n```(text|json)\n(?<printed>.*?)```\n/gs;
const PAGE = readFileSync(join(ROOT, 'docs', 'what-changed.md'), 'utf8');
const examples = [...PAGE.matchAll(EXAMPLE)].map(({ groups }) => groups as { command: string; printed: string });

describe('the page on what changed', () => {
  it('shows what its commands print, but for the times of recording', async () => {
    const commands = examples.filter(({ command }) => command.startsWith('npm run regtime -- diff '));
    expect(commands).toHaveLength(3);
    for (const { command, printed } of commands) {
      const { code, stdout, stderr } = await diff(...command.split(' ').slice(5));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.replaceAll(/\(recorded \S+Z\)/g, '(recorded …)')).toBe(printed);
    }
  });

  it('shows what its addresses answer, in part', async () => {
    const addresses = examples.flatMap(({ command, printed }) => {
      const [, path] = /^curl -s 'http:\/\/127\.0\.0\.1:3000(.*)'$/.exec(command) ?? [];
      return path === undefined ? [] : [{ path, printed }];
    });
    expect(addresses).toHaveLength(1);
    for (const { path, printed } of addresses) {
      const answer = await fetch(service.url + path);
      expect(await answer.json()).toMatchObject(JSON.parse(printed));
    }
  });
});

describe('regtime diff', () => {
  it('prints one page, or with --all every page', async () => {
    const asked = ['--from-as-of', '2021-09-09', '--to-as-of', '2021-10-01', '--limit', '10'];
    const first = await diff(...asked);
    expect(first.stdout).toContain('\n10 facts differ. More follow: --all shows them.\n');
    expect((await diff(...asked, '--all')).stdout).toMatch(/\n\d\d facts differ\.\n/);
    const pages = (await diff(...asked, '--all', '--json')).stdout.trimEnd().split('\n');
    const facts = pages.map((page) => (JSON.parse(page) as DiffAnswer).facts.length);
    expect(facts.slice(0, -1)).toEqual([10]);
  });

  it('tells where both days and both moments are others, and where neither is', async () => {
    const both = await diff('--from-known-at', 'position:93', '--from-as-of', '2021-09-10', '--to-as-of', '2021-10-01');
    expect(both.stdout).toMatch(/^What differs from 2021-09-10 to 2021-10-01, and in what was known\n/);
    const neither = await diff('--from-as-of', '2021-10-01', '--to-as-of', '2021-10-01');
    expect(neither.stdout).toMatch(/^Both points are the same\n\nNo answer differs\.\n/);
  });

  it('asks a data directory itself', async () => {
    const asked = ['--from-as-of', '2021-09-09', '--to-as-of', '2021-10-01', '--matter', 'platform-interoperability'];
    const { code, stdout } = await regtime(['diff', ...asked, '--data-dir', service.dataDir]);
    expect([code, stdout]).toEqual([0, (await diff(...asked)).stdout]);
  });

  it('ends with 1 and the detail of the problem where the service refuses', async () => {
    const { code, stdout, stderr } = await diff('--from-as-of', '2021-09');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^regtime: from\.asOf: "2021-09" is not one day [^\n]* \(invalid-coordinate\)\n$/);
  });
});
