import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../cli/build.js';
import { regtime, SAMPLE, type Served, served, stop, temporaryDirectory } from '../cli/program.js';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { tamper } from '../event-store/sqlite/tamper.js';

const BUILD_TIMEOUT = 120_000;
const REASON = 'Requested by who it was about';
const SECRET = 'A sentence that has to go';

interface Line {
  readonly position: string;
  readonly envelope: { readonly id: string; readonly stream: string; readonly type: string; readonly revision: number };
  readonly salt?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly erased?: true;
}

let wire: WireServer;
let original: Served;
let id: string;
/** Its first event and its correction. */
let secret: readonly Line[];
/** The same log without them. */
let erased: string;

beforeAll(async () => {
  build();
  wire = await startWireServer();
  original = await served(['--sample']);
  const details = { authority: 'samr', party: 'alibaba', amount: { value: '7', currency: 'USD' } };
  const body = {
    kind: 'FineImposed',
    title: SECRET,
    when: '2021-09-01',
    details,
    sources: [{ publisher: 'P', title: 'T' }],
  };
  ({ id } = (await post('/v1/developments', body)) as { id: string });
  await post(`/v1/developments/${id}/corrections`, { changes: { note: SECRET }, reason: SECRET });
  secret = (await linesOf(original.url)).filter(({ envelope }) => envelope.stream === `development-${id}`);
  erased = temporaryDirectory();
  expect(await erase(original.dataDir, erased, [`development-${id}`])).toMatchObject({ code: 0, stderr: '' });
}, BUILD_TIMEOUT);

afterAll(async () => {
  await stop(original);
  await wire.stop();
});

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${original.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

function erase(from: string, to: string, names: readonly string[]) {
  const file = join(temporaryDirectory(), 'names');
  writeFileSync(file, `${names.join('\n')}\n`);
  return regtime(['migrate', '--from', from, '--to', to, '--erase', file, '--reason', REASON]);
}

const linesOf = async (url: string): Promise<readonly Line[]> =>
  (await (await fetch(`${url}/v1/events`)).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const json = async (url: string): Promise<Record<string, unknown>> => (await fetch(url)).json() as never;

describe('a log from which payloads were erased', () => {
  it('has every envelope as it was, and events at its end that say what was erased and why', async () => {
    const copy = await served([], erased);
    const [before, after] = [await linesOf(original.url), await linesOf(copy.url)];
    expect(after.slice(0, before.length).map(({ envelope }) => envelope)).toEqual(
      before.map(({ envelope }) => envelope),
    );
    expect(after.filter((line) => line.erased)).toEqual(
      secret.map(({ position, envelope }) => ({ position, envelope, erased: true })),
    );
    const told = after.slice(before.length);
    expect(told.map(({ envelope }) => [envelope.type, envelope.stream, envelope.revision])).toEqual([
      ['PayloadErased', `development-${id}`, 2],
      ['PayloadErased', `development-${id}`, 3],
    ]);
    expect(told.map(({ data }) => data)).toEqual(
      secret.map(({ position, envelope }) => ({ event: envelope.id, position: Number(position), reason: REASON })),
    );
    await stop(copy);
  });

  it('has nothing of them in any file, and passes every check', async () => {
    for (const name of readdirSync(erased)) {
      const bytes = readFileSync(join(erased, name));
      for (const text of [SECRET, ...secret.map(({ salt }) => salt as string)])
        expect(bytes.includes(text)).toBe(false);
    }
    const backup = ['backup', '--data-dir', erased, '--to', join(temporaryDirectory(), 'b.db')];
    expect(await regtime(backup)).toMatchObject({ code: 0, stderr: '' });
  });

  it('answers as if it had been retracted, at every position, and every answer says so', async () => {
    const copy = await served([], erased);
    const fact = `penalty:alibaba:${id}`;
    const at = 'asOf=2021-09-15&knownAt=position:';
    const known = secret[0]?.position;
    expect((await json(`${original.url}/v1/facts/${fact}?${at}${known}`)).certainty).toBe('definite');
    const state = await json(`${copy.url}/v1/state?entity=alibaba&${at}${known}`);
    expect(state.erased).toEqual([id]);
    expect(JSON.stringify(state.facts)).not.toContain(id);
    const before = `${at}${Number(known) - 1}`;
    expect(await json(`${copy.url}/v1/state?${before}`)).toEqual(await json(`${original.url}/v1/state?${before}`));
    const path = `/v1/developments/${id}`;
    expect(await json(`${copy.url}${path}`)).toMatchObject({ payloadErased: true, retracted: true, erased: [id] });
    const { versions } = (await json(`${copy.url}${path}/history`)) as { versions: readonly { reason?: string }[] };
    expect(versions.at(-1)).toMatchObject({ type: 'PayloadErased', reason: REASON });
    const list = async (more: string) =>
      JSON.stringify((await json(`${copy.url}/v1/timeline?limit=1000${more}`)).developments);
    expect(await list('')).not.toContain(id);
    expect(await list('&include=retracted')).toContain(id);
    for (const [what, code, change] of [
      ['corrections', 'development-retracted', { changes: { note: 'x' }, reason: 'r' }],
      ['reinstatement', 'not-retracted', { reason: 'r' }],
    ] as const) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${copy.url}${path}/${what}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(change),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, code]);
    }
    expect((await (await fetch(`${copy.url}/v1/replay?asOf=2021-09-15`)).text()).includes(SECRET)).toBe(false);
    await stop(copy);
  });

  it('is taken to an event store and back, and answers there the same', async () => {
    expect(await regtime(['migrate', '--from', erased, '--to', wire.url])).toMatchObject({ code: 0, stderr: '' });
    const [there, here] = [await served(['--event-store-url', wire.url]), await served([], erased)];
    expect(await linesOf(there.url)).toEqual(await linesOf(here.url));
    const path = '/v1/state?asOf=2021-09-15&limit=1000&knownAt=position:108';
    expect(await json(there.url + path)).toEqual(await json(here.url + path));
    await stop(there);
    await stop(here);
    const back = temporaryDirectory();
    const [one, other] = [
      await regtime(['migrate', '--from', wire.url, '--to', back]),
      await erase(original.dataDir, back, [`development-${id}`]),
    ];
    expect([one.code, other.code, other.stdout]).toEqual([0, 0, one.stdout]);
  });

  it('records nothing again of an import whose lines were erased', async () => {
    const source = await served(['--sample']);
    const lines = await linesOf(source.url);
    const first = lines.find(({ envelope }) => envelope.type === 'FineImposed') as Line;
    const copied = temporaryDirectory();
    await stop(source);
    expect(await erase(source.dataDir, copied, [first.position])).toMatchObject({ code: 0 });
    const copy = await served([], copied);
    const again = await regtime(['import', SAMPLE, '--url', copy.url, '--json']);
    expect(again.stdout).toMatch(/"recorded":0/);
    expect(await linesOf(copy.url)).toHaveLength(lines.length + 1);
    await stop(copy);
  });

  it('is damaged where a payload is missing and no event says that it was erased', async () => {
    const dataDir = temporaryDirectory();
    await regtime(['migrate', '--from', original.dataDir, '--to', dataDir]);
    tamper(dataDir, `UPDATE events SET data = '', salt = '' WHERE seq = 60`);
    const backup = ['backup', '--data-dir', dataDir, '--to', join(temporaryDirectory(), 'b.db')];
    expect((await regtime(backup)).stderr).toMatch(
      /event 60 has lost its payload, and no event says that it was erased/,
    );
    const to = temporaryDirectory();
    expect((await regtime(['migrate', '--from', dataDir, '--to', to])).stderr).toMatch(
      /event 60 has lost its payload, and no event says that it was erased/,
    );
    expect(readdirSync(to)).not.toContain('log.db');
  });

  it('is not answered from views that were taken of it before', async () => {
    const snapshot = join(temporaryDirectory(), 'snapshot');
    expect((await regtime(['snapshot', '--data-dir', original.dataDir, '--to', snapshot])).code).toBe(0);
    const dataDir = temporaryDirectory();
    copyFileSync(join(erased, 'log.db'), join(dataDir, 'log.db'));
    const copy = await served(['--snapshot', snapshot], dataDir);
    while (!(await fetch(`${copy.url}/health/ready`)).ok) await pause(20);
    const path = `/v1/developments/${id}`;
    for (const known of ['', `?knownAt=position:${secret[0]?.position}`]) {
      expect(await json(`${copy.url}${path}${known}`)).toMatchObject({ payloadErased: true, erased: [id] });
    }
    await stop(copy);
    for (const name of readdirSync(dataDir)) {
      expect([name, readFileSync(join(dataDir, name)).includes(SECRET)]).toEqual([name, false]);
    }
  });
});

describe('regtime migrate --erase refuses', () => {
  it.each([
    ['what is not in the log', ['4711'], /nothing in the log is called "4711"/],
    [
      'what others refer to',
      ['1'],
      /position 1 \(\w+ of (entity|matter)-\S+\) can't be erased: only what developments/,
    ],
  ])('%s', async (_, names, message) => {
    const to = temporaryDirectory();
    expect((await erase(original.dataDir, to, names)).stderr).toMatch(message);
    expect(readdirSync(to)).toEqual([]);
  });

  it('a target that holds the payload, and no erasure one that does not', async () => {
    const to = temporaryDirectory();
    await regtime(['migrate', '--from', original.dataDir, '--to', to]);
    const kept = await erase(original.dataDir, to, [`development-${id}`]);
    expect(kept.stderr).toMatch(/the payload of position \d+ is there, which is to be left out/);
    const without = await regtime(['migrate', '--from', original.dataDir, '--to', erased]);
    expect(without.stderr).toMatch(/the payload of position \d+ was erased there/);
  });

  it('an erasure without a reason', async () => {
    expect(await regtime(['migrate', '--from', 'a', '--to', 'b', '--erase', 'c'])).toMatchObject({ code: 2 });
  });
});
