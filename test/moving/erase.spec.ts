import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { ran } from '../cli/in-process.js';
import { type Ended, SAMPLE, temporaryDirectory } from '../cli/program.js';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { tamper } from '../event-store/sqlite/tamper.js';
import { type Client, ndjson, start } from '../service.js';

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
let dataDir: string;
let original: Client;
let id: string;
/** Its first event and its correction. */
let secret: readonly Line[];
/** The same log without them. */
let erased: string;
let copy: Client;

const served = (directory: string, more: object = {}): Promise<Client> =>
  start({ dataDir: directory, server: undefined, ...more });

beforeAll(async () => {
  wire = await startWireServer();
  dataDir = temporaryDirectory();
  original = await served(dataDir, { sample: true });
  const details = { authority: 'samr', party: 'alibaba', amount: { value: '7', currency: 'USD' } };
  const sources = [{ publisher: 'P', title: 'T' }];
  const body = { kind: 'FineImposed', title: SECRET, when: '2021-09-01', details, sources };
  ({ id } = (await original.post<{ id: string }>('/v1/developments', body)).body);
  await original.post(`/v1/developments/${id}/corrections`, { changes: { note: SECRET }, reason: SECRET });
  secret = (await linesOf(original)).filter(({ envelope }) => envelope.stream === `development-${id}`);
  erased = temporaryDirectory();
  expect(await erase(dataDir, erased, [`development-${id}`])).toMatchObject({ code: 0, stderr: '' });
  copy = await served(erased);
});

afterAll(async () => {
  await copy.close();
  await original.close();
  await wire.stop();
});

const migrate = (from: string, to: string, ...words: readonly string[]): Promise<Ended> =>
  ran(['migrate', '--from', from, '--to', to, ...words]);

function erase(from: string, to: string, names: readonly string[], reason = REASON, ...more: string[]): Promise<Ended> {
  const file = join(temporaryDirectory(), 'names');
  writeFileSync(file, `${names.join('\n')}\n`);
  return migrate(from, to, '--erase', file, '--reason', reason, ...more);
}

const linesOf = async (client: Client): Promise<readonly Line[]> => ndjson((await client.get('/v1/events')).text);
const json = async (client: Client, path: string): Promise<Record<string, unknown>> =>
  (await client.get<Record<string, unknown>>(path)).body;
const backUp = (directory: string): Promise<Ended> =>
  ran(['backup', '--data-dir', directory, '--to', join(temporaryDirectory(), 'b.db')]);

describe('a log from which payloads were erased', () => {
  it('has every envelope as it was, and events at its end that say what was erased and why', async () => {
    const [before, after] = [await linesOf(original), await linesOf(copy)];
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
  });

  it('has nothing of them in any file, and passes every check', async () => {
    for (const name of readdirSync(erased)) {
      const bytes = readFileSync(join(erased, name));
      for (const text of [SECRET, ...secret.map(({ salt }) => salt as string)])
        expect([name, bytes.includes(text)]).toEqual([name, false]);
    }
    expect(await backUp(erased)).toMatchObject({ code: 0, stderr: '' });
  });

  it('answers as if it had been retracted, at every position, and every answer says so', async () => {
    const fact = `penalty:alibaba:${id}`;
    const at = 'asOf=2021-09-15&knownAt=position:';
    const known = secret[0]?.position;
    expect((await json(original, `/v1/facts/${fact}?${at}${known}`)).certainty).toBe('definite');
    const state = await json(copy, `/v1/state?entity=alibaba&${at}${known}`);
    expect(state.erased).toEqual([id]);
    expect(JSON.stringify(state.facts)).not.toContain(id);
    const before = `${at}${Number(known) - 1}`;
    expect(await json(copy, `/v1/state?${before}`)).toEqual(await json(original, `/v1/state?${before}`));
    const path = `/v1/developments/${id}`;
    expect(await json(copy, path)).toMatchObject({ payloadErased: true, retracted: true, erased: [id] });
    const { versions } = (await json(copy, `${path}/history`)) as { versions: readonly { reason?: string }[] };
    expect(versions.at(-1)).toMatchObject({ type: 'PayloadErased', reason: REASON });
    const list = async (more: string) =>
      JSON.stringify((await json(copy, `/v1/timeline?limit=1000${more}`)).developments);
    expect(await list('')).not.toContain(id);
    expect(await list('&include=retracted')).toContain(id);
    for (const [what, code, change] of [
      ['corrections', 'development-retracted', { changes: { note: 'x' }, reason: 'r' }],
      ['reinstatement', 'not-retracted', { reason: 'r' }],
    ] as const) {
      const { status, body } = await copy.post<{ code: string }>(`${path}/${what}`, change);
      expect([status, body.code]).toEqual([409, code]);
    }
  });

  it('is taken to an event store and back, and answers there the same', async () => {
    expect(await migrate(erased, wire.url)).toMatchObject({ code: 0, stderr: '' });
    const there = await served(temporaryDirectory(), { server: { url: wire.url } });
    expect(await linesOf(there)).toEqual(await linesOf(copy));
    const path = '/v1/state?asOf=2021-09-15&limit=1000&minPosition=108&knownAt=position:108';
    expect(await json(there, path)).toEqual(await json(copy, path));
    await there.close();
    const back = temporaryDirectory();
    const one = await migrate(wire.url, back);
    expect(await erase(dataDir, back, [`development-${id}`])).toEqual(one);
    expect(one.code).toBe(0);
  });

  it('records nothing again of an import whose lines were erased, whatever came after them', async () => {
    const fine = {
      kind: 'FineImposed',
      title: 'A fine',
      when: '2021-09-01',
      details: { authority: 'samr', party: 'alibaba', amount: { value: '7', currency: 'USD' } },
    };
    const lines = [
      { entity: { slug: 'samr', type: 'authority', name: 'SAMR' } },
      { entity: { slug: 'alibaba', type: 'company', name: 'Alibaba' } },
      { development: { ...fine, ref: 'named' } },
      { development: { ...fine, note: 'Unnamed' } },
      { source: { of: 'named', publisher: 'P', title: 'T' } },
      { correction: { of: 'named', changes: { note: 'First' }, reason: 'R' } },
      { correction: { of: 'named', changes: { note: 'Then' }, reason: 'R' } },
      { retraction: { of: 'named', reason: 'R' } },
      { reinstatement: { of: 'named', reason: 'R' } },
    ];
    const [from, to] = [temporaryDirectory(), temporaryDirectory()];
    const source = await served(from);
    expect((await source.import(lines)).at(-1)?.summary).toMatchObject({ recorded: lines.length });
    await source.close();
    // What was stated last is left, so that the stream takes changes.
    expect(await erase(from, to, ['3', '4', '5', '6', '8', '9'], REASON, '--allow-restated')).toMatchObject({
      code: 0,
    });
    const target = await served(to);
    const again = await target.import(lines);
    expect(again.map(({ status }) => status)).toEqual([...lines.map(() => 'unchanged'), undefined]);
    expect(await target.head()).toBe(lines.length + 6);
    await target.close();
  });

  it('takes no views that were taken of it before', async () => {
    const snapshot = join(temporaryDirectory(), 'snapshot');
    expect((await ran(['snapshot', '--data-dir', dataDir, '--to', snapshot])).code).toBe(0);
    const directory = temporaryDirectory();
    copyFileSync(await backedUp(erased), join(directory, 'log.db'));
    await expect(served(directory, { snapshot })).rejects.toThrow(/ is older than an erasure and may hold what was /);
    for (const name of readdirSync(directory)) {
      expect([name, readFileSync(join(directory, name)).includes(SECRET)]).toEqual([name, false]);
    }
  });

  it('is copied by way of the directory that is deleted afterwards, also where that was cut off', async () => {
    const [from, to] = [temporaryDirectory(), join(temporaryDirectory(), 'to')];
    await migrate(dataDir, from);
    const left = mkdtempSync(join(from, 'reading-'));
    mkdirSync(join(left, 'work'));
    for (const name of ['writer.lock', join('work', 'log.db')]) writeFileSync(join(left, name), '');
    expect((await erase(from, to, [`development-${id}`])).code).toBe(0);
    expect(readdirSync(from).filter((name) => name.startsWith('reading-'))).toEqual([]);
  });

  it('does not say that nothing was recorded of a fact', async () => {
    const why = `/v1/facts/penalty:alibaba:${id}/why?asOf=2021-09-15`;
    expect((await json(copy, why)).reason).toMatch(
      /^unrecorded: nothing that was recorded speaks of it, or it was erased, /,
    );
  });

  async function backedUp(directory: string): Promise<string> {
    const to = join(temporaryDirectory(), 'b.db');
    await ran(['backup', '--data-dir', directory, '--to', to]);
    return to;
  }
});

describe('a log is damaged', () => {
  const DAMAGED = {
    payload: /event 60 has lost its payload, and no event says that it was erased/,
    told: /event 107 says that the payload of event \S+ was erased, which is not so/,
  };

  it('where a payload is missing and no event says that it was erased', async () => {
    const [damaged, to] = [temporaryDirectory(), temporaryDirectory()];
    await migrate(dataDir, damaged);
    tamper(damaged, `UPDATE events SET data = '', salt = '' WHERE seq = 60`);
    expect((await backUp(damaged)).stderr).toMatch(DAMAGED.payload);
    expect((await migrate(damaged, to)).stderr).toMatch(DAMAGED.payload);
    expect(existsSync(join(to, 'log.db'))).toBe(false);
  });

  it('where an event says that a payload was erased, and it is there', async () => {
    const [damaged, whole, to] = [temporaryDirectory(), temporaryDirectory(), temporaryDirectory()];
    await migrate(erased, damaged);
    await migrate(dataDir, whole);
    tamper(
      damaged,
      `ATTACH '${join(whole, 'log.db')}' AS whole;
       UPDATE events SET (data, salt) = (SELECT data, salt FROM whole.events o WHERE o.seq = events.seq) WHERE data = ''`,
    );
    expect((await backUp(damaged)).stderr).toMatch(DAMAGED.told);
    expect((await migrate(damaged, to)).stderr).toMatch(DAMAGED.told);
  });

  it('on an event store too, where it is noticed when it is copied', async () => {
    const prefix = 'marked.';
    const words = ['--from-prefix', prefix];
    expect((await migrate(erased, wire.url, '--to-prefix', prefix)).code).toBe(0);
    const record = wire.store.log.records.find(
      ({ stream, type }) => stream.startsWith(`${prefix}development-`) && type === 'BanOrdered',
    ) as { metadata: Uint8Array; data: Uint8Array };
    const { metadata, data } = record;
    const marked = { ...JSON.parse(Buffer.from(metadata).toString()), erased: true };
    record.metadata = Buffer.from(JSON.stringify(marked));
    expect((await migrate(wire.url, temporaryDirectory(), ...words)).stderr).toMatch(
      /event \d+ is marked as erased, but has a payload or its salt/,
    );
    record.metadata = Buffer.from(JSON.stringify({ ...marked, salt: '' }));
    record.data = Buffer.from('{}');
    expect((await migrate(wire.url, temporaryDirectory(), ...words)).stderr).toMatch(
      /event \d+ has lost its payload, and no event says that it was erased/,
    );
    Object.assign(record, { metadata, data });
    expect(await migrate(wire.url, temporaryDirectory(), ...words)).toMatchObject({ code: 0, stderr: '' });
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
    ['a list without names', [''], /names nothing that is to be erased/],
  ])('%s', async (_, names, message) => {
    const to = temporaryDirectory();
    expect((await erase(dataDir, to, names)).stderr).toMatch(message);
    expect(readdirSync(to)).toEqual([]);
  });

  it('to leave a later correction, which holds what was stated, unless that is allowed', async () => {
    const [first, correction] = secret.map(({ position }) => position) as [string, string];
    const to = join(temporaryDirectory(), 'to');
    const { code, stderr } = await erase(dataDir, to, [first]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`later corrections, at position ${correction}, state the whole anew`),
    ]);
    expect(existsSync(to)).toBe(false);
    expect((await erase(dataDir, to, [first], REASON, '--allow-restated')).code).toBe(0);
    expect((await erase(dataDir, temporaryDirectory(), [first, correction])).code).toBe(0);
    expect((await erase(to, temporaryDirectory(), [correction])).code).toBe(0);
  });

  it('a name that nobody can have, and else tells who erased', async () => {
    const names = [`development-${id}`];
    for (const actor of ['key:abc', 'anonymous', 'a@example.org', '']) {
      expect([actor, await erase(dataDir, 'to', names, REASON, '--actor', actor)]).toMatchObject([actor, { code: 2 }]);
    }
    const to = temporaryDirectory();
    expect((await erase(dataDir, to, names, REASON, '--actor', 'registrar')).code).toBe(0);
    const store = openSqliteLog({ directory: to, readOnly: true, clock: Date.now });
    const { position } = await store.head();
    for await (const [last] of store.readAll(position)) expect(last?.envelope.actor).toBe('registrar');
    await store.close();
  });

  it('a target that is a log and ends before the source, for that would be one half way through', async () => {
    const [from, to] = [temporaryDirectory(), temporaryDirectory()];
    const source = await served(from);
    await source.put('/v1/entities/a', { type: 'topic', name: 'A' });
    await source.close();
    await migrate(from, to);
    const again = await served(from);
    const noted = { kind: 'DevelopmentNoted', title: 'T', when: '2021', details: { effects: [] } };
    expect((await again.import([{ development: noted }])).at(-1)?.summary?.recorded).toBe(1);
    await again.close();
    const { code, stderr } = await erase(from, to, ['2']);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/the target ends at position 1, the source at 2: /)]);
  });

  it('a target that holds the payload, and no erasure one that does not', async () => {
    const to = temporaryDirectory();
    await migrate(dataDir, to);
    const kept = await erase(dataDir, to, [`development-${id}`]);
    expect(kept.stderr).toMatch(/the payload of position \d+ is there, which is to be left out/);
    const other = temporaryDirectory();
    await erase(dataDir, other, [`development-${id}`]);
    expect((await migrate(dataDir, other)).stderr).toMatch(/the payload of position \d+ was erased there/);
  });

  it('another reason than the one that a target tells already, and what was erased before', async () => {
    const to = temporaryDirectory();
    const names = [`development-${id}`];
    const first = await erase(dataDir, to, names);
    const { code, stderr } = await erase(dataDir, to, names, 'Another');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/position 107 gives another reason for the erasure, "Requested by who it was about": /),
    ]);
    expect(await erase(dataDir, to, names)).toEqual(first);
    expect(await erase(to, temporaryDirectory(), names, 'Another')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/all that is named was erased already/),
    });
  });

  it('an erasure without a reason', async () => {
    expect(await migrate('a', 'b', '--erase', 'c')).toMatchObject({ code: 2 });
    expect(await migrate('a', 'b', '--erase', SAMPLE, '--reason', ' ')).toMatchObject({ code: 2 });
  });
});
