import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { build } from '../cli/build.js';
import { regtime, type Served, served, stop } from '../cli/program.js';
import { Assistant, ERAS } from './assistant.js';

const BUILD_TIMEOUT = 120_000;
let service: Served;
beforeAll(async () => {
  build();
  service = await served(['--sample']);
}, BUILD_TIMEOUT);
afterAll(() => stop(service));

const connected = (mode: (typeof ERAS)[number], ...where: readonly string[]) =>
  new Assistant(mode).connected(
    new StdioClientTransport({ command: process.execPath, args: [join(build(), 'src', 'cli.js'), 'mcp', ...where] }),
  );

describe.each(ERAS)('regtime mcp, spoken to in %j', (mode) => {
  it.each([
    ['a running service', () => ['--url', service.url]],
    ['a data directory', () => ['--data-dir', service.dataDir]],
  ])('answers from %s, and ends when the assistant hangs up', async (_what, where) => {
    const assistant = await connected(mode, ...where());
    const { tools } = await assistant.client.listTools();
    expect(tools).toHaveLength(5);
    const { text, answer } = await assistant.call('why', { fact: 'links:wechat:taobao', asOf: '2021-09-15' });
    expect(text).toMatch(/allowed or blocked, possible\./);
    expect(answer.certainty).toBe('possible');
    const refused = await assistant.call('why', { fact: 'links:wechatt:taobao' });
    expect([refused.isError, refused.answer.code]).toEqual([true, 'unknown-fact']);
    await assistant.client.close();
  });
});

describe('regtime mcp', () => {
  it('tells the assistant where nothing answers', async () => {
    const assistant = await connected('legacy', '--url', 'http://127.0.0.1:9');
    const { text, isError } = await assistant.call('timeline', {});
    expect([isError, text]).toEqual([true, expect.stringContaining('nothing answers at http://127.0.0.1:9')]);
    await assistant.client.close();
  });

  it('fails at once where there is no data directory', async () => {
    expect(await regtime(['mcp', '--data-dir', '/nowhere/at/all'])).toMatchObject({ code: 1, stdout: '' });
  });
});
