import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
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
    expect(story.match(/^ {2}position \d+ · /gm)?.length).toBe(47);
    const { stateDigest } = JSON.parse((await asServed('asOf=2021-09-15&from=104')).trimEnd().split('\n').at(-1) ?? '');
    expect(story).toMatch(
      new RegExp(
        '\\n36 developments, 11 later changes\\.\\nAs of 2021-09-15, known at position 104 \\(recorded \\S+Z\\), rules \\d+\\.\\n' +
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
    const story = await told('--as-of', '2021-09-17', '--from', '105');
    expect(story.split('\n').slice(2, -3)).toEqual([
      '2021-09-17 · CORRECTED: WeChat lets its users open outside links',
      '  because: A press release gives the day. (new information)',
      '  to: taobao, external-sites → taobao',
      '  when: 2021-09 → 2021-09-17',
      '  links wechat → external-sites: allowed or blocked → blocked',
      '  links wechat → taobao: allowed or blocked → allowed',
      '  position 105 · LinksUnblocked · Tencent',
      '',
      "2021-09-09 · RETRACTED: China's industry ministry meets platform companies about link blocking",
      '  because: There was no meeting. (source error)',
      '  position 106 · GuidanceMeetingHeld',
      '',
      "2021-09-09 · REINSTATED: China's industry ministry meets platform companies about link blocking",
      '  because: There was.',
      '  position 107 · GuidanceMeetingHeld',
      '',
      "2021-09-09 · SOURCE ADDED: China's industry ministry meets platform companies about link blocking",
      '  read in: 21st Century Business Herald, 工信部',
      '  position 108 · GuidanceMeetingHeld',
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
});
