import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changed, corrected, fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, ndjson, start } from '../service.js';

interface Line {
  readonly position: string;
  readonly salt: string;
  readonly data: object;
  readonly envelope: {
    readonly v: 1;
    readonly log: string;
    readonly id: string;
    readonly stream: string;
    readonly revision: number;
    readonly type: string;
    readonly schema: number;
    readonly recordedAt: string;
    readonly actor: string;
    readonly request: { readonly key?: string; readonly digest: string };
    readonly correlation?: string;
    readonly payloadHash: string;
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

let client: Client;
let head: number;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  const { id } = await recorded(
    client,
    links('blocked', '[2011-09-01..2013-12-31]', { note: '“屏蔽” \u{1f600} \u2028' }),
  );
  await corrected(client, id, { when: '2012' });
  await changed(client, id, 'sources', { publisher: 'a', title: 'b' });
  await changed(client, id, 'retraction', { reason: 'r', cause: 'source-error' });
  await changed(client, id, 'reinstatement', { reason: 'r' });
  const imposed = await recorded(client, fine('alibaba', '2021-04', usd('2750000000')));
  await recorded(client, fineChange(imposed.id, '2021-05', 'annulled'));
  await client.put('/v1/entities/miit', { type: 'authority', name: 'MIIT', names: { zh: '工信部' } });
  await client.put('/v1/matters/antitrust', { title: 'Antitrust' });
  const headers = { 'idempotency-key': 'secret-key', 'x-correlation-id': 'run-1' };
  await client.post('/v1/developments', meeting('2021'), headers);
  head = await client.head();
});
afterAll(() => client.close());

const events = async (parameters = ''): Promise<readonly Line[]> => {
  const { status, headers, text } = await client.get(`/v1/events?${parameters}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/x-ndjson/);
  return ndjson<Line>(text);
};
const positions = async (parameters: string): Promise<readonly number[]> =>
  (await events(parameters)).map(({ position }) => Number(position));
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** RFC 8785, written again for what is stored: texts, whole numbers, booleans, lists and objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

describe('the log', () => {
  it('is told line by line, from position 1 to the head, without gaps', async () => {
    const all = await events();
    expect(all.map(({ position }) => position)).toEqual(range(1, head).map(String));
    for (const line of all) expect(Object.keys(line).sort()).toEqual(['data', 'envelope', 'position', 'salt']);
  });

  it('has envelopes whose payload hash anyone can compute from salt and data', async () => {
    for (const { envelope, salt, data } of await events()) {
      expect(envelope.payloadHash).toBe(sha256({ salt, data }));
      expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
    }
  });

  it('has envelopes of the canonical form', async () => {
    const all = await events();
    const [log] = new Set(all.map(({ envelope }) => envelope.log));
    const next = new Map<string, number>();
    for (const { envelope } of all) {
      expect(envelope).toEqual({
        v: 1,
        log,
        id: expect.stringMatching(UUID),
        stream: expect.stringMatching(/^(development-[0-9a-f-]{36}|entity-[a-z0-9-]+|matter-[a-z0-9-]+)$/),
        revision: next.get(envelope.stream) ?? 0,
        type: expect.stringMatching(/^[A-Z][A-Za-z]+$/),
        schema: 1,
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        actor: 'anonymous',
        request: expect.objectContaining({ digest: expect.stringMatching(SHA256) }),
        ...(envelope.correlation && { correlation: 'run-1' }),
        payloadHash: expect.stringMatching(SHA256),
      });
      next.set(envelope.stream, envelope.revision + 1);
    }
    expect(new Set(all.map(({ envelope }) => envelope.id)).size).toBe(all.length);
    expect(new Set(all.map(({ salt }) => salt)).size).toBe(all.length);
    expect(new Set(all.map(({ envelope }) => envelope.request.digest)).size).toBe(all.length);
    const times = all.map(({ envelope }) => envelope.recordedAt);
    expect(times).toEqual([...times].sort());
  });

  it('keeps of an Idempotency-Key only its salted hash', async () => {
    const last = (await events(`from=${head}`))[0] as Line;
    expect(last.envelope.request.key).toBe(sha256({ key: JSON.stringify(['key', 'secret-key']), salt: last.salt }));
    expect(last.envelope.correlation).toBe('run-1');
    expect(JSON.stringify(last)).not.toContain('secret-key');
  });

  it('has of each command one event, whose data is whole', async () => {
    const told = (await events(`from=${head - 9}`)).map(({ envelope, data }) => [
      envelope.type,
      Object.keys(data).sort(),
    ]);
    expect(told).toEqual([
      ['LinksBlocked', ['details', 'note', 'sources', 'title', 'when']],
      ['DevelopmentCorrected', ['changed', 'reason', 'version']],
      ['SourceAdded', ['source']],
      ['DevelopmentRetracted', ['cause', 'reason']],
      ['DevelopmentReinstated', ['reason']],
      ['FineImposed', ['details', 'sources', 'title', 'when']],
      ['FineChanged', ['details', 'sources', 'title', 'when']],
      ['EntityRevised', ['name', 'names', 'type']],
      ['MatterRevised', ['title']],
      ['GuidanceMeetingHeld', ['details', 'sources', 'title', 'when']],
    ]);
    const [correction] = await events('types=DevelopmentCorrected');
    expect(correction?.data).toMatchObject({
      version: { kind: 'LinksBlocked', when: '2012', details: { from: 'wechat', to: ['taobao'] } },
      changed: ['/when'],
    });
  });
});

describe('from, to, types and limit', () => {
  it('from and to are positions, both inclusive', async () => {
    expect(await positions('from=3&to=5')).toEqual([3, 4, 5]);
    expect(await positions('from=5&to=5')).toEqual([5]);
    expect(await positions('to=2')).toEqual([1, 2]);
    expect(await positions('from=0&to=2')).toEqual([1, 2]);
    expect(await positions(`from=${head}`)).toEqual([head]);
    expect(await positions(`from=${head}&to=${head + 100}`)).toEqual([head]);
    expect(await positions(`from=${head + 1}`)).toEqual([]);
    expect(await positions('from=5&to=4')).toEqual([]);
  });

  it('types are event types, separated by commas', async () => {
    const types = async (parameters: string): Promise<readonly string[]> =>
      (await events(parameters)).map(({ envelope }) => envelope.type);
    expect(await types('types=FineImposed,FineChanged')).toEqual(['FineImposed', 'FineChanged']);
    expect(await types('types=MatterOpened')).toEqual(['MatterOpened', 'MatterOpened']);
    expect(await types('types=BanOrdered')).toEqual([]);
  });

  it('limit counts what is shown', async () => {
    expect(await positions('limit=3')).toEqual([1, 2, 3]);
    expect(await positions('from=4&limit=2')).toEqual([4, 5]);
    expect(await positions('types=FineImposed,FineChanged&limit=1')).toEqual([head - 4]);
    expect(await positions(`limit=${head + 5}`)).toHaveLength(head);
  });

  it.each([
    ['from=x', 'invalid-coordinate'],
    ['from=-1', 'invalid-coordinate'],
    ['to=1.5', 'invalid-coordinate'],
    ['from=position:3', 'invalid-coordinate'],
    ['limit=0', 'invalid-parameter'],
    ['limit=1e2', 'invalid-parameter'],
    ['limit=1&limit=2', 'invalid-parameter'],
    ['types=', 'invalid-parameter'],
    ['types=FineImposed,Nothing', 'invalid-parameter'],
    ['cursor=x', 'invalid-parameter'],
  ])('%s is refused', async (parameters, code) => {
    const { status, body } = await client.get<{ code: string }>(`/v1/events?${parameters}`);
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('CloudEvents', () => {
  const ACCEPT = { accept: 'application/cloudevents-batch+json' };
  type CloudEvent = Readonly<Record<string, unknown>>;

  it('are told as a batch where that is accepted', async () => {
    const { status, headers, body } = await client.get<CloudEvent[]>('/v1/events', ACCEPT);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/cloudevents-batch\+json/);
    const lines = await events();
    expect(body.map(({ id, subject, data }) => ({ id, subject, data }))).toEqual(
      lines.map(({ envelope: { id, stream }, data }) => ({ id, subject: stream, data })),
    );
  });

  it('have what CloudEvents 1.0 requires, and names and values it allows', async () => {
    const { body } = await client.get<CloudEvent[]>('/v1/events', ACCEPT);
    for (const event of body) {
      expect(event.specversion).toBe('1.0');
      for (const required of ['id', 'source', 'type']) {
        expect(typeof event[required]).toBe('string');
        expect(event[required]).not.toBe('');
      }
      for (const uri of ['source', 'dataschema']) expect(URL.canParse(String(event[uri]))).toBe(true);
      expect(new Date(String(event.time)).toISOString()).toBe(event.time);
      expect(event.datacontenttype).toBe('application/json');
      for (const [name, value] of Object.entries(event)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        if (name !== 'data') expect(['string', 'number', 'boolean']).toContain(typeof value);
        if (typeof value === 'number') expect(Number.isInteger(value) && Math.abs(value) < 2 ** 31).toBe(true);
      }
    }
    expect(new Set(body.map(({ source, id }) => `${source} ${id}`)).size).toBe(body.length);
  });

  it('of nothing are an empty batch', async () => {
    const { body } = await client.get('/v1/events?types=BanOrdered', ACCEPT);
    expect(body).toEqual([]);
    expect((await client.get<object[]>('/v1/events?from=2&to=3', ACCEPT)).body).toHaveLength(2);
  });
});
