import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from './build.js';
import { regtime, SAMPLE, type Served, served, start, stop, temporaryDirectory } from './program.js';

const BUILD_TIMEOUT = 120_000;
let service: Served;
beforeAll(async () => {
  build();
  service = await served();
}, BUILD_TIMEOUT);

const toService = (...words: string[]) => regtime(['import', '--url', service.url, ...words]);

async function head(): Promise<string> {
  const answer = await fetch(`${service.url}/health/ready`);
  return ((await answer.json()) as { log: { position: string } }).log.position;
}

function fileOf(...lines: string[]): string {
  const file = join(temporaryDirectory(), 'lines.ndjson');
  writeFileSync(file, lines.join('\n'));
  return file;
}

const place = (slug: string): string => JSON.stringify({ entity: { slug, type: 'place', name: slug } });

describe('regtime import', () => {
  it('records nothing in a dry run, and tells what would happen', async () => {
    const { code, stdout, stderr } = await toService(SAMPLE, '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^105 lines: 104 would be recorded, 1 unchanged, 0 refused \(dry run/);
    expect(await head()).toBe('0');
  });

  it('records a file once: the second time everything is unchanged', async () => {
    expect(await toService(SAMPLE)).toEqual({
      code: 0,
      stdout: '105 lines: 104 recorded, 1 unchanged, 0 refused\n',
      stderr: '',
    });
    expect(await toService(SAMPLE)).toEqual({
      code: 0,
      stdout: '105 lines: 0 recorded, 105 unchanged, 0 refused\n',
      stderr: '',
    });
    expect(await head()).toBe('104');
  });

  it('tells each refused line with its number, code and detail, and ends with 1', async () => {
    const { code, stdout, stderr } = await toService(fileOf(place('mars'), '{"entity":', '{"planet":{}}'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '3 lines: 1 recorded, 0 unchanged, 2 refused\n' });
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^line 2: malformed-json: This is not JSON/),
      expect.stringMatching(/^line 3: invalid-line: There are no "planet" lines/),
      'regtime: 2 lines were refused',
      '',
    ]);
  });

  it("prints the service's own results with --json", async () => {
    const { code, stdout } = await toService(fileOf(place('venus'), 'null'), '--json');
    expect(code).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { line: 1, status: 'recorded', id: 'venus', position: expect.any(String) },
      { line: 2, status: 'refused', problem: expect.objectContaining({ code: 'invalid-line' }) },
      { summary: { lines: 2, recorded: 1, unchanged: 0, refused: 1 } },
    ]);
  });

  it('reads results while it still sends: stdin need not have an end', async () => {
    const { child, ended } = start('cli', ['import', '-', '--json'], { REGTIME_URL: service.url });
    const lines = Array.from({ length: 2_000 }, (_, index) => `${place(`p${index}`)}\n`);
    child.stdin?.write(lines.join(''));
    if (child.stdout) expect(String((await once(child.stdout, 'data'))[0])).toMatch(/^{"line":1,"status":"recorded"/);
    child.stdin?.end();
    expect((await ended).stdout).toContain('{"summary":{"lines":2000,"recorded":2000,');
  });

  it('says so where nothing answers', async () => {
    const gone = await served();
    await stop(gone);
    const { code, stderr } = await regtime(['import', SAMPLE, '--url', gone.url]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: nothing answers at http:\S+ \(ECONNREFUSED\): is the service running.*--url\n$/);
  });

  it('says so where another kind of service answers', async () => {
    const { code, stderr } = await otherService('<h1>Welcome</h1>', 'text/html');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: [^\n]*is --url right\?\n$/);
  });

  it('says so where the connection breaks, and that importing again is safe', async () => {
    const { code, stdout, stderr } = await otherService('{"line":1,"status":"unchanged"}\n', 'application/x-ndjson');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^regtime: the connection to \S+ broke before the end: import again[^\n]*\n$/);
  });

  it('ends with 1 where the service is stopped before all was sent, and says that importing again is safe', async () => {
    const stopped = await served();
    const { child, ended } = start('cli', ['import', '-', '--json', '--url', stopped.url]);
    child.stdin?.write(`${place('mars')}\n`);
    if (child.stdout) await once(child.stdout, 'data');
    expect(await stop(stopped)).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^{"line":1,[^\n]*}\n$/) });
    expect(stderr).toMatch(
      /^regtime: \S+ ended before all was imported[^\n]*\(1 line answered\): import again[^\n]*\n$/,
    );
  });

  it('says so where the file is not there', async () => {
    const { code, stderr } = await toService(join(temporaryDirectory(), 'none.ndjson'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: [^\n]*no such file[^\n]*none\.ndjson'\n$/);
  });
});

/** Imports into something that answers every request with a beginning, then hangs up. */
async function otherService(beginning: string, type: string) {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': type }).write(beginning);
    setTimeout(() => response.destroy(), 50);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await regtime(['import', SAMPLE, '--url', `http://127.0.0.1:${(server.address() as AddressInfo).port}`]);
  } finally {
    server.close();
  }
}
