import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { correctionText } from '../../src/cli/correction.text.js';
import { dateText } from '../../src/cli/development.text.js';
import { enterPressed } from '../../src/cli/enter.js';
import { factChangeText } from '../../src/cli/fact-change.text.js';
import { linesOf } from '../../src/cli/lines.js';
import { Registrations } from '../../src/cli/registrations.js';
import { build } from './build.js';
import { regtime, type Served, served, start } from './program.js';

const BUILD_TIMEOUT = 120_000;
let service: Served;
beforeAll(async () => {
  build();
  service = await served(['--sample']);
}, BUILD_TIMEOUT);

const replay = (...words: string[]) => regtime(['replay', '--url', service.url, ...words]);

async function told(...words: string[]): Promise<string> {
  const { stdout, ...end } = await replay(...words);
  expect(end).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const asServed = async (query: string): Promise<string> => (await fetch(`${service.url}/v1/replay?${query}`)).text();

describe('regtime replay', () => {
  it('tells the sample as a story: registrations in a line, then one development at a time, then the digest', async () => {
    const story = await told('--as-of', '2021-09-15');
    expect(story).toMatch(/^What was recorded, in that order; the facts are those of 2021-09-15\.\n\n/);
    expect(story).toMatch(
      /\n52 entities registered\n5 matters opened: Platform interoperability in China; [^\n]*\n\n2021-/,
    );
    const openings = story.slice(story.indexOf('2021-09-11'), story.indexOf('2021-09-28 · WeChat Pay is accepted'));
    expect(openings).toBe(
      [
        '2021-09-11 to 2021-09-18 · WeChat lets its users open outside links',
        '  wechat unblocked links to taobao, external-sites',
        '  links wechat → external-sites: blocked → allowed or blocked',
        '  links wechat → taobao: blocked → allowed or blocked',
        '  position 85 · LinksUnblocked · Nation World News',
        '\n',
      ].join('\n'),
    );
    expect(story).toContain(
      '\n  position 64 · TalksReported · date uncertain and approximate · Unnamed German technology site\n',
    );
    expect(story.match(/^ {2}position \d+ · /gm)?.length).toBe(36);
    const { stateDigest } = JSON.parse((await asServed('asOf=2021-09-15&from=93')).trimEnd().split('\n').at(-1) ?? '');
    expect(story).toMatch(
      new RegExp(
        '\\n36 developments\\.\\nAs of 2021-09-15, known at position 93 \\(recorded \\S+Z\\), rules \\d+\\.\\n' +
          `State digest: ${stateDigest}\\n$`,
      ),
    );
  });

  it('tells only of what was asked for, and digests that alone', async () => {
    const story = await told('--entity', 'taobao', '--matter', 'platform-interoperability', '--to', '92');
    expect(story.match(/^ {2}position \d+/gm)).toEqual(['  position 61', '  position 63', '  position 85']);
    expect(story).toMatch(
      /\n3 developments\.\n.* position 92 .*\nState digest, of entity taobao and matter platform-in\S+ alone: \w{64}\n$/,
    );
    expect(await told('--from', '92', '--to', '92')).toMatch(
      /^.*\n\n2023-12-31 or before · WeChat Pay is accepted at JD\.com\n/,
    );
  });

  it("prints the service's own lines with --json", async () => {
    const lines = await told('--as-of', '2021-09-15', '--from', '50', '--json');
    expect(lines).toBe(await asServed('asOf=2021-09-15&from=50'));
    expect(await told('--as-of', '2021-09-15', '--from', '50', '--json', '--entity', 'wechat')).toBe(
      await asServed('asOf=2021-09-15&from=50&entity=wechat'),
    );
  });

  it('tells the same of a data directory', async () => {
    const fromDirectory = await regtime(['replay', '--data-dir', service.dataDir, '--as-of', '2021-09-15']);
    expect(fromDirectory).toEqual({ code: 0, stdout: await told('--as-of', '2021-09-15'), stderr: '' });
  });

  it('does not wait with --step where nobody can press Enter', async () => {
    expect(await told('--step', '--from', '80')).toBe(await told('--from', '80'));
  });

  it('tells corrections, retractions and the like as such, with their reason and what they changed', async () => {
    const [id, meeting] = await Promise.all(['LinksUnblocked', 'GuidanceMeetingHeld'].map(idOf));
    await post(`${id}/corrections`, {
      changes: { when: '2021-09-17', details: { to: ['taobao'] } },
      reason: 'A press release gives the day.',
      cause: 'new-information',
      sources: [{ publisher: 'Tencent', title: 'Notice' }],
    });
    await post(`${meeting}/retraction`, { reason: 'There was no\nmeeting.', cause: 'source-error' });
    await post(`${meeting}/reinstatement`, { reason: 'There was.' });
    await post(`${meeting}/sources`, { publisher: '21st Century Business Herald', title: '工信部' });
    const story = await told('--as-of', '2021-09-17', '--from', '94');
    expect(story.split('\n').slice(2, -3)).toEqual([
      '2021-09-17 · CORRECTED: WeChat lets its users open outside links',
      '  because: A press release gives the day. (new information)',
      '  to: taobao, external-sites → taobao',
      '  when: 2021-09-11 to 2021-09-18 → 2021-09-17',
      '  links wechat → external-sites: allowed or blocked → blocked',
      '  links wechat → taobao: allowed or blocked → allowed',
      '  position 94 · LinksUnblocked · Tencent',
      '',
      "2021-09-09 · RETRACTED: China's industry ministry meets platform companies about link blocking",
      '  because: There was no meeting. (source error)',
      '  position 95 · GuidanceMeetingHeld',
      '',
      "2021-09-09 · REINSTATED: China's industry ministry meets platform companies about link blocking",
      '  because: There was.',
      '  position 96 · GuidanceMeetingHeld',
      '',
      "2021-09-09 · SOURCE ADDED: China's industry ministry meets platform companies about link blocking",
      '  read in: 21st Century Business Herald, 工信部',
      '  position 97 · GuidanceMeetingHeld',
      '',
      '0 developments, 4 later changes.',
    ]);
  });

  async function idOf(kind: string): Promise<string> {
    const url = `${service.url}/v1/timeline?kind=${kind}&matter=platform-interoperability`;
    const { developments } = (await (await fetch(url)).json()) as { developments: { id: string }[] };
    return developments[0]?.id ?? '';
  }
  async function post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await fetch(`${service.url}/v1/developments/${path}`, init)).ok).toBe(true);
  }

  it('ends with 1 and the detail of the problem where the service refuses', async () => {
    const { code, stdout, stderr } = await replay('--from', 'x');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^regtime: from: "x" is not a position\.[^\n]* \(invalid-coordinate\)\n$/);
  });

  it.each([
    ['--step', '--json'],
    ['--data-dir', '.'],
  ])('ends with 2 for wrong usage (%s %s)', async (...words) => {
    const { code, stdout, stderr } = await replay(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*\n/);
  });
});

describe('regtime replay reads a stream', () => {
  const event = (position: number): string =>
    `${JSON.stringify({ position: String(position), stream: 'entity-x', revision: 0, type: 'EntityRegistered', data: { name: 'X' }, changes: [] })}\n`;

  /** Something that answers every request with a beginning, and then does with it as told. */
  async function answering(
    type: string,
    then: (response: ServerResponse) => void,
  ): Promise<{ url: string; close: () => void }> {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': type });
      response.write(event(1));
      then(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  it('prints each line as it comes, and stops reading when nobody reads it', async () => {
    let response: ServerResponse | undefined;
    const { url, close } = await answering('application/x-ndjson', (answer) => {
      response = answer;
    });
    const { child, ended } = start('cli', ['replay', '--json', '--url', url]);
    expect(child.stdout && String((await once(child.stdout, 'data'))[0])).toBe(event(1));
    child.stdout?.destroy();
    let position = 1;
    const more = setInterval(() => response?.write(event(++position)), 5);
    const end = await ended;
    clearInterval(more);
    close();
    expect(end).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['breaks', (response: ServerResponse) => setTimeout(() => response.destroy(), 50)],
    ['ends', (response: ServerResponse) => response.end()],
  ])('says where to go on when the answer %s before its last line', async (_, then) => {
    const { url, close } = await answering('application/x-ndjson', then);
    const { code, stderr } = await regtime(['replay', '--url', url]);
    close();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^regtime: the connection to \S+ broke before the end after position 1: --from 2 goes on[^\n]*\n$/,
    );
  });

  it('says so where another kind of service answers', async () => {
    const { url, close } = await answering('text/html', (response) => response.end());
    const { code, stderr } = await regtime(['replay', '--url', url]);
    close();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^regtime: [^\n]*is --url right\?\n$/) });
  });

  it('cuts lines wherever the pieces end', async () => {
    async function* pieces(): AsyncGenerator<string> {
      yield* ['a', 'b\nc\u2028', 'd\n', '\ne'];
    }
    const lines: string[] = [];
    for await (const line of linesOf(pieces())) lines.push(line);
    expect(lines).toEqual(['ab', 'c\u2028d', '', 'e']);
  });
});

describe('words of the story', () => {
  it('names a few that were registered, and counts many', () => {
    const registered = new Registrations();
    const add = (type: string, data: object) =>
      registered.add({ type, data, position: '1', recordedAt: '', stream: 's', revision: 0, actor: '', changes: [] });
    for (const name of ['A', 'B\u001b', 'C', 'D', 'E']) expect(add('EntityRegistered', { name })).toBe(true);
    add('MatterRevised', { title: 'M' });
    expect(add('LinksBlocked', {})).toBe(false);
    expect(registered.take()).toEqual(['5 entities registered: A; B\ufffd; C; D; E', '1 matter revised: M']);
    for (let number = 0; number < 1_200; number += 1) add('EntityRegistered', { name: 'A' });
    expect(registered.take()).toEqual(['1,200 entities registered']);
    expect(registered.take()).toEqual([]);
  });

  it.each([
    ['links:a:b', { values: ['x', 'y'] }, { values: ['x', null] }, 'links a → b: x or y → x or unrecorded'],
    ['owner:a', { certainty: 'unrecorded' as const }, { value: 'x' }, 'owner a: unrecorded → x'],
    [
      'penalty:a:304f83d1-fda9-5c16-b351-72885b9621df',
      { value: { value: '2000', currency: 'USD' } },
      { value: 'annulled' },
      'penalty a: 2,000 USD → annulled',
    ],
    [
      'links:a:b',
      { value: 'x', since: { earliest: '2021-01-01', latest: '2021-01-01' } },
      { value: 'x', since: { earliest: '0001-01-01', latest: '2020-01-01' } },
      'links a → b: x as before, but since 2020-01-01 or before rather than 2021-01-01',
    ],
    ['links:a:b', { value: 'x' }, { value: 'x' }, 'links a → b: x as before, on other grounds'],
    [
      'links:a:b',
      { value: 'x' },
      { value: 'x', contradiction: ['1'] },
      'links a → b: x → x (what was told of its dates is contradictory)',
    ],
  ])('what became of %s', (fact, before, after, text) => {
    const verdict = { certainty: 'definite' as const, because: [] };
    expect(factChangeText({ fact, before: { ...verdict, ...before }, after: { ...verdict, ...after } })).toBe(text);
  });

  it.each([
    ['/when', 'when: 2021-09 → 2021-09-01 or before'],
    ['/details/amount', 'amount: nothing → 5 EUR'],
    ['/details/to', 'to: a, b → nothing'],
    ['/details/a~1b', 'a~1b: {"x":1} → true'],
    ['/matter', 'matter: m → nothing'],
  ])('what a correction changed at %s', (pointer, text) => {
    const before = { when: '2021-09', matter: 'm', details: { to: ['a', 'b'], 'a/b': { x: 1 } } };
    const after = { when: '[..2021-09-01]', details: { amount: { value: '5', currency: 'EUR' }, to: [], 'a/b': true } };
    expect(correctionText(pointer, before, after)).toBe(text);
  });

  it.each([
    ['2021-09-09', '2021-09-09'],
    ['2014-10%', '2014-10'],
    ['[2021-09-11..2021-09-18]', '2021-09-11 to 2021-09-18'],
    ['201X', '2010-01-01 to 2019-12-31'],
    ['a date of the year 3000', 'a date of the year 3000'],
  ])('the date %s', (when, text) => {
    expect(dateText(when)).toBe(text);
  });

  it('wait for Enter, and for nobody once the input has ended', async () => {
    const terminal = new PassThrough();
    const first = enterPressed(terminal);
    terminal.write('\n');
    expect(await first).toBe(true);
    expect(terminal.isPaused()).toBe(true);
    const second = enterPressed(terminal);
    terminal.end();
    expect(await second).toBe(false);
  });
});
