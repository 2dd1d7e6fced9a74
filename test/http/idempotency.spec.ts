import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/developments/writing.js';
import type { Problem } from '../../src/http/problem.js';
import { changed, corrected, fine, fineChange, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, ndjson, type Reply, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

type Acknowledged = Reply<Acknowledgement>;

const replayed = ({ headers }: Acknowledged): string | null => headers.get('idempotency-replayed');
const sendTwice = async (path: string, body: object): Promise<[Acknowledged, Acknowledged]> => {
  const headers = { 'idempotency-key': randomUUID() };
  return [await client.post(path, body, headers), await client.post(path, body, headers)];
};

function expectSame(first: Acknowledged, again: Acknowledged): void {
  expect(again.status).toBe(first.status);
  expect(again.text).toBe(first.text);
  for (const name of ['etag', 'location', 'content-type'])
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  expect([replayed(first), replayed(again)]).toEqual([null, 'true']);
}

describe('a request repeated with its Idempotency-Key', () => {
  it('records a development once and answers the same', async () => {
    const [first, again] = await sendTwice('/v1/developments', meeting('2021'));
    expect(first.status).toBe(201);
    expectSame(first, again);
    expect(await client.head()).toBe(Number(first.body.position));
  });

  it.each([
    ['corrections', { changes: { title: 'B' }, reason: 'r' }],
    ['retraction', { reason: 'r' }],
    ['reinstatement', { reason: 'r' }],
    ['sources', { publisher: 'a', title: 'b' }],
  ])('changes a development once and answers the same: %s', async (path, body) => {
    const { id } = await recorded(client, meeting('2021'));
    if (path === 'reinstatement') await changed(client, id, 'retraction', { reason: 'r' });
    const [first, again] = await sendTwice(`/v1/developments/${id}/${path}`, body);
    expect(first.status).toBe(200);
    expectSame(first, again);
  });

  it('is told what it was told then, whatever others changed since', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await client.post<Acknowledgement>('/v1/developments', meeting('2021'), key);
    const { id } = first.body;
    const correction = { changes: { title: 'B' }, reason: 'r' };
    const path = `/v1/developments/${id}/corrections`;
    const corrections = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
    const second = await client.post<Acknowledgement>(path, correction, corrections);
    await corrected(client, id, { title: 'C' });
    await changed(client, id, 'retraction', { reason: 'r' });
    expectSame(first, await client.post('/v1/developments', meeting('2021'), key));
    // The condition was met when it counted.
    expectSame(second, await client.post(path, correction, corrections));
    expect((await client.get<{ title: string }>(`/v1/developments/${id}`)).body.title).toBe('C');
  });

  it('lists of a retraction the referring developments of then', async () => {
    const { id } = await recorded(client, fine('alibaba', '2021', usd('5')));
    const key = { 'idempotency-key': randomUUID() };
    const path = `/v1/developments/${id}/retraction`;
    const first = await client.post<Acknowledgement>(path, { reason: 'r' }, key);
    await recorded(client, fineChange(id, '2021', usd('4')));
    expectSame(first, await client.post(path, { reason: 'r' }, key));
  });

  it('may write its members in another order', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = meeting('2021');
    const first = await client.post<Acknowledgement>('/v1/developments', body, key);
    const turned = Object.fromEntries(Object.entries(body).reverse());
    expectSame(first, await client.post('/v1/developments', turned, key));
  });

  it.each([2, 10])('and sent %i times at once is recorded once', async (times) => {
    const key = { 'idempotency-key': randomUUID() };
    const before = await client.head();
    const body = meeting('2021', { title: `${times} at once` });
    const replies = await Promise.all(
      Array.from({ length: times }, () => client.post<Acknowledgement>('/v1/developments', body, key)),
    );
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    expect(replies.filter((reply) => replayed(reply) === null)).toHaveLength(1);
    expect(await client.head()).toBe(before + 1);

    const path = `/v1/developments/${replies[0]?.body.id}/sources`;
    const source = { publisher: 'a', title: 'b' };
    const added = await Promise.all(
      Array.from({ length: times }, () => client.post<Acknowledgement>(path, source, key)),
    );
    expect(added.every(({ status }) => status === 409)).toBe(true);
    const other = { 'idempotency-key': randomUUID() };
    const sources = await Promise.all(
      Array.from({ length: times }, () => client.post<Acknowledgement>(path, source, other)),
    );
    expect(new Set(sources.map(({ text }) => text)).size).toBe(1);
    expect(await client.head()).toBe(before + 2);
  });
});

describe('a key used before', () => {
  it('with another body is refused, and with another operation', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const { body } = await client.post<Acknowledgement>('/v1/developments', meeting('2021'), key);
    const other = await client.post<Problem>('/v1/developments', meeting('2022'), key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
    const invalid = await client.post<Problem>('/v1/developments', {}, key);
    expect([invalid.status, invalid.body.code]).toEqual([409, 'idempotency-key-reused']);
    const change = { 'idempotency-key': randomUUID() };
    const path = `/v1/developments/${body.id}`;
    expect((await client.post(`${path}/retraction`, { reason: 'r' }, change)).status).toBe(200);
    for (const [to, sent] of [
      ['retraction', { reason: 's' }],
      ['reinstatement', { reason: 'r' }],
    ] as const) {
      const reply = await client.post<Problem>(`${path}/${to}`, sent, change);
      expect([reply.status, reply.body.code]).toEqual([409, 'idempotency-key-reused']);
    }
  });

  it('for a request that was refused is free', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await client.post('/v1/developments', meeting('nonsense'), key)).status).toBe(422);
    expect((await client.post('/v1/developments', meeting('2021'), key)).status).toBe(201);
  });

  it('for one development is another key for another one: their events have ids of their own', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const before = await client.head();
    for (const _ of [1, 2]) {
      const { id } = await recorded(client, meeting('2021'));
      const reply = await client.post<Acknowledgement>(`/v1/developments/${id}/retraction`, { reason: 'r' }, key);
      expect([reply.status, replayed(reply)]).toEqual([200, null]);
    }
    const { text } = await client.get(`/v1/events?from=${before + 1}`);
    const ids = ndjson<{ envelope: { id: string } }>(text).map(({ envelope }) => envelope.id);
    expect(new Set(ids).size).toBe(4);
  });

  it.each(['', 'two words', 'x'.repeat(256), 'ü'])(
    'has to be 1 to 255 visible ASCII characters, not %j',
    async (key) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': Buffer.from(key).toString('latin1') };
      const reply = await client.send<Problem>('POST', '/v1/developments', JSON.stringify(meeting('2021')), headers);
      expect(reply.status).toBe(400);
    },
  );
});

describe('without a key', () => {
  it('the same body again is another development', async () => {
    const [one, two] = [await recorded(client, meeting('2021')), await recorded(client, meeting('2021'))];
    expect(one.id).not.toBe(two.id);
  });
});

describe('PUT with a key', () => {
  it('answers a repetition as it answered first', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { type: 'company', name: 'One' };
    const first = await client.put<Acknowledgement>('/v1/entities/put-with-key', body, key);
    expect(first.status).toBe(201);
    await client.put('/v1/entities/put-with-key', { ...body, name: 'Two' });
    expectSame(first, await client.put('/v1/entities/put-with-key', body, key));
    const { body: now } = await client.get<{ name: string }>('/v1/entities/put-with-key');
    expect(now.name).toBe('Two');
  });
});
