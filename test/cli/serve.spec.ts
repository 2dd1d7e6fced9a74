import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from './build.js';
import { regtime, type Served, served, start, stop, temporaryDirectory, urlOf } from './program.js';

const BUILD_TIMEOUT = 120_000;
beforeAll(() => void build(), BUILD_TIMEOUT);

const place = (slug: string): string => `${JSON.stringify({ entity: { slug, type: 'place', name: slug } })}\n`;

describe('regtime serve', () => {
  it('says where it listens, first and on a line of its own, and answers there', async () => {
    const service = start('main', ['--port', '0', '--data-dir', temporaryDirectory()]);
    const url = await urlOf(service);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await stop(service)).toEqual({ code: 0, stdout: `listening on ${url}\n`, stderr: '' });
  });

  it('takes its settings from the environment, and flags before them', async () => {
    const dataDir = temporaryDirectory();
    const settings = { HOST: '::1', PORT: '0', DATA_DIR: dataDir, SAMPLE: '' };
    const byEnvironment = start('main', [], settings);
    expect(await urlOf(byEnvironment)).toMatch(/^http:\/\/\[::1\]:\d+$/);
    await stop(byEnvironment);
    expect(readdirSync(dataDir)).toContain('log.db');
    const byFlag = start('main', ['--host', 'localhost'], settings);
    expect(await urlOf(byFlag)).toMatch(/^http:\/\/localhost:\d+$/);
    await stop(byFlag);
  });

  it.each([
    ['json', '{"level":"info"', /^\{.*"route":"\/v1\/matters","status":200,.*"message":"request"\}$/m],
    ['text', '20', /^\S+Z INFO {2}http request .*method=GET route=\/v1\/matters status=200 /m],
  ])('tells of requests on stderr as %s where asked to, and stdout stays as it is', async (format, begin, line) => {
    const settings = { LOG_LEVEL: 'info', LOG_FORMAT: format };
    const service = start('main', ['--port', '0', '--data-dir', temporaryDirectory()], settings);
    const url = await urlOf(service);
    await fetch(`${url}/v1/matters`);
    const { code, stdout, stderr } = await stop(service);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `listening on ${url}\n` });
    expect(stderr).toMatch(line);
    for (const each of stderr.trim().split('\n')) expect(each.startsWith(begin)).toBe(true);
  });

  it.each([
    ['--sample', {}],
    ['SAMPLE=1', { SAMPLE: '1' }],
  ])('serves the sample with %s, and names addresses of it that answer', async (word, settings) => {
    const service = await served(word.startsWith('--') ? [word] : [], undefined, settings);
    const state = await (await fetch(`${service.url}/v1/facts/links:wechat:taobao?asOf=2021-09-15`)).json();
    expect(state).toMatchObject({ certainty: 'possible', values: ['allowed', 'blocked'] });
    const { stdout } = await stopAfterOpening(service);
    expect(stdout.split('\n').filter((line) => line.startsWith(`  ${service.url}/v1/`)).length).toBeGreaterThan(2);
  });

  async function stopAfterOpening(service: Served) {
    const paths = ['/v1/timeline?matter=platform-interoperability', '/v1/state?entity=wechat&asOf=2021-09-15'];
    for (const path of paths) expect((await fetch(service.url + path)).status).toBe(200);
    const ended = await stop(service, 'SIGINT');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    for (const path of paths) expect(ended.stdout).toContain(`${service.url}${path}\n`);
    return ended;
  }

  it('finishes what was accepted when told to stop, takes no more, and ends with 0', async () => {
    const service = await served();
    // Kept alive, so that the end doesn't come from the client.
    const agent = new Agent({ keepAlive: true });
    const upload = request(`${service.url}/v1/import`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    upload.write(place('cn'));
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    service.child.kill('SIGTERM');
    await untilRefused(service.url);
    upload.end(place('us'));
    expect(await text(response)).toContain('"summary":{"lines":2,"recorded":2,');
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' });
    agent.destroy();
    // Closed in order, the stores leave no journals.
    const left = readdirSync(service.dataDir).filter((name) => !name.startsWith('writer.lock'));
    expect(left).toEqual(['log.db', expect.stringMatching(/^views-\w+\.db$/)]);
  });

  it('ends at once with 1 when told a second time', async () => {
    const service = await served();
    const upload = request(`${service.url}/v1/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    upload.on('error', () => undefined).write(place('cn'));
    await once(upload, 'response');
    service.child.kill('SIGTERM');
    await untilRefused(service.url);
    expect(await stop(service, 'SIGINT')).toMatchObject({ code: 1 });
  });

  async function untilRefused(url: string): Promise<void> {
    while (
      await fetch(`${url}/health/live`).then(
        () => true,
        () => false,
      )
    )
      await new Promise(setImmediate);
  }
});

describe('regtime serve says in one line why it does not start', () => {
  it.each(['cli', 'main'] as const)('when another process writes the data directory (%s)', async (entry) => {
    const first = await served();
    const words = ['--port', '0', '--data-dir', first.dataDir];
    const second = await start(entry, entry === 'cli' ? ['serve', ...words] : words).ended;
    expect(second).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^regtime: [^\n]*another process[^\n]*\n$/),
    });
    expect(second.stderr).toContain(first.dataDir);
    await stop(first);
  });

  it('when the port is in use', async () => {
    const first = await served();
    const { port } = new URL(first.url);
    const second = await regtime(['serve', '--port', port, '--data-dir', temporaryDirectory()]);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(new RegExp(`^regtime: port ${port} at 127.0.0.1 is in use [^\n]*\n$`));
    await stop(first);
  });

  it('when the log is no log', async () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, 'log.db'), 'something else altogether');
    const { code, stderr } = await regtime(['serve', '--port', '0', '--data-dir', dataDir]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: [^\n]*is not a log of this program[^\n]*\n$/);
  });

  it('when the host is none', async () => {
    const words = ['serve', '--host', '203.0.113.1', '--port', '0', '--data-dir', temporaryDirectory()];
    const { code, stderr } = await regtime(words);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: [^\n]*--host[^\n]*\n$/);
  });
});
