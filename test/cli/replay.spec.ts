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
    expect(story).toMatch(/^What was recorded, one thing after the other\. [^\n]* on 15 September 2021, [^\n]*\n\n/);
    expect(story).toMatch(
      /\n— Recorded on \d+ \w+ \d{4} —\n\n52 entities registered\n5 matters opened: Platform interoperability in China; [^\n]*\n\nBy 28 /,
    );
    const openings = story.slice(
      story.indexOf('Between 11'),
      story.indexOf('28 September 2021 · WeChat Pay is accepted'),
    );
    expect(openings).toBe(
      [
        'Between 11 and 18 September 2021 · WeChat lets its users open outside links',
        '  Links from WeChat to Outside sites and Taobao: either open or blocked now, blocked before.',
        '  position 85, read in Nation World News',
        '\n',
      ].join('\n'),
    );
    expect(story).toContain(
      '\nAround October 2014 (uncertain) · Apple and Alibaba discuss Apple Pay working with Alipay\n',
    );
    expect(story).toContain(
      '\n  State Administration for Market Regulation fined Alibaba Group 2,750,000,000 USD for anti-competitive behaviour.\n',
    );
    expect(story.match(/^ {2}position \d+/gm)?.length).toBe(47);
    const { stateDigest } = JSON.parse((await asServed('asOf=2021-09-15&from=104')).trimEnd().split('\n').at(-1) ?? '');
    expect(story).toMatch(
      new RegExp(
        '\\n36 developments, 11 later changes\\.\\nAs of 2021-09-15, known at position 104 \\(recorded \\S+Z\\), rules \\d+\\.\\n' +
          `State digest: ${stateDigest}\\n$`,
      ),
    );
  });

  it('needs nothing looked up: no slug, no id, no pointer, no date in digits stands in it', async () => {
    for (const day of ['2012-06-30', '2021-09-15', '2024-12-31']) {
      const story = (await told('--as-of', day)).split('\n').slice(0, -4).join('\n');
      const { entities } = (await (await fetch(`${service.url}/v1/entities?limit=1000`)).json()) as {
        entities: { slug: string }[];
      };
      const slugs = entities.map(({ slug }) => slug).filter((slug) => slug.includes('-'));
      expect(slugs.filter((slug) => story.includes(slug))).toEqual([]);
      expect(story).not.toMatch(/\d{4}-\d\d|[0-9a-f]{8}-|P\d+D|\/\w+\/|\[\.\.|undefined|null/);
    }
  });

  it('tells what corrections say of dates, and what follows', async () => {
    const story = await told('--as-of', '2021-10-01', '--from', '98', '--to', '100');
    expect(story.split('\n').slice(4, -4)).toEqual([
      'CORRECTED · Tencent says it will comply, in phases',
      "  Why: The source tells it as an answer to the ministry's order.",
      "  Date: still between 9 and 28 September 2021, but now known to be not before “China's industry ministry tells Tencent, Alibaba and ByteDance to stop blocking links” (between 9 and 28 September 2021).",
      "  What “Stop blocking links to rivals' services” asks of Tencent: promised now, either promised or demanded before.",
      '  position 98',
      '',
      'CORRECTED · Alibaba says it will comply in full',
      "  Why: The source tells it as an answer to the ministry's order.",
      "  Date: still between 9 and 28 September 2021, but now known to be not before “China's industry ministry tells Tencent, Alibaba and ByteDance to stop blocking links” (between 9 and 28 September 2021).",
      "  What “Stop blocking links to rivals' services” asks of Alibaba Group: promised now, either promised or demanded before.",
      '  position 99',
      '',
      'CORRECTED · WeChat lets its users open outside links',
      '  Why: The source dates it “a few days later” than the meeting, read as two to nine; before, the days were worked out by hand.',
      "  Date: September 2021, 2 to 9 days after “China's industry ministry meets platform companies about link blocking” (9 September 2021), which leaves between 11 and 18 September 2021; before, between 11 and 18 September 2021.",
      '  position 100',
      '',
    ]);
  });

  it('tells only of what was asked for, and digests that alone', async () => {
    const story = await told('--entity', 'taobao', '--matter', 'platform-interoperability', '--to', '92');
    expect(story.match(/^ {2}position \d+/gm)).toEqual(['  position 61', '  position 63', '  position 85']);
    expect(story).toMatch(
      /\n3 developments\.\n.* position 92 .*\nState digest, of entity taobao and matter platform-in\S+ alone: \w{64}\n$/,
    );
    expect(await told('--from', '92', '--to', '92')).toMatch(
      /^.*\n\n— .* —\n\nBy the end of 2023 · WeChat Pay is accepted at JD\.com\n/,
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
    expect(story.split('\n').slice(4, -3)).toEqual([
      'CORRECTED · WeChat lets its users open outside links',
      '  Why: A press release gives the day. (new information)',
      "  Date: 17 September 2021, 2 to 9 days after “China's industry ministry meets platform companies about link blocking” (9 September 2021); before, September 2021, 2 to 9 days after “China's industry ministry meets platform companies about link blocking” (9 September 2021), which leaves between 11 and 18 September 2021.",
      '  To: Taobao; before, Taobao and Outside sites.',
      '  Links from WeChat to Outside sites: blocked now, either open or blocked before.',
      '  Links from WeChat to Taobao: open now, either open or blocked before.',
      '  position 105, read in Tencent',
      '',
      "TAKEN BACK · China's industry ministry meets platform companies about link blocking",
      '  Why: There was no meeting. (source error)',
      '  position 106',
      '',
      "REINSTATED · China's industry ministry meets platform companies about link blocking",
      '  Why: There was.',
      '  position 107',
      '',
      "ANOTHER SOURCE · China's industry ministry meets platform companies about link blocking",
      '  Read in 21st Century Business Herald, 工信部.',
      '  position 108',
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
