import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/developments/writing.js';
import type { Problem } from '../../src/http/problem.js';
import type { HistoryAnswer } from '../../src/timeline/development.query.js';
import { changed, corrected, meeting, recorded, registerCast } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const correct = (id: string, title: string, ifMatch?: string): Promise<Reply<Acknowledgement & Problem>> =>
  client.post(
    `/v1/developments/${id}/corrections`,
    { changes: { title }, reason: 'r' },
    ifMatch === undefined ? {} : { 'if-match': ifMatch },
  );

function expectMismatch({ status, headers, body }: Reply<Problem>, current: number): void {
  expect([status, body.code, body.revision]).toEqual([412, 'revision-mismatch', current]);
  expect(headers.get('etag')).toBe(`"${current}"`);
}

describe('If-Match', () => {
  it('with the current revision lets the change through', async () => {
    const { id, revision } = await recorded(client, meeting('2021'));
    const reply = await correct(id, 'B', `"${revision}"`);
    expect([reply.status, reply.body.revision]).toEqual([200, 1]);
    const { body } = await client.get<{ revision: number }>(`/v1/developments/${id}`);
    expect((await correct(id, 'C', `"${body.revision}"`)).status).toBe(200);
  });

  it.each([
    ['corrections', { changes: { title: 'x' }, reason: 'r' }],
    ['retraction', { reason: 'r' }],
    ['reinstatement', { reason: 'r' }],
    ['sources', { publisher: 'a', title: 'b' }],
  ])('with another revision refuses with the current one: %s', async (path, body) => {
    const { id } = await recorded(client, meeting('2021'));
    await corrected(client, id, { title: 'B' });
    for (const stale of ['"0"', '"2"', '"17"']) {
      const reply = await client.post<Problem>(`/v1/developments/${id}/${path}`, body, { 'if-match': stale });
      expectMismatch(reply, 1);
    }
  });

  it('* takes any revision', async () => {
    const { id } = await recorded(client, meeting('2021'));
    await corrected(client, id, { title: 'B' });
    expect((await correct(id, 'C', '*')).status).toBe(200);
  });

  it("never matches a read's ETag, nor a weak one", async () => {
    const { id } = await recorded(client, meeting('2021'));
    const { headers } = await client.get(`/v1/developments/${id}`);
    const etag = headers.get('etag') as string;
    expect(etag).not.toBe('"0"');
    expectMismatch(await correct(id, 'B', etag), 0);
    expectMismatch(await correct(id, 'B', 'W/"0"'), 0);
  });

  it.each(['0', '"0', 'zero'])('that is no entity tag is refused: %s', async (ifMatch) => {
    const { id } = await recorded(client, meeting('2021'));
    expect((await correct(id, 'B', ifMatch)).status).toBe(400);
  });

  it('lets one of many through that were decided on the same revision', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const replies = await Promise.all(Array.from({ length: 10 }, (_, index) => correct(id, `${index}`, '"0"')));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 412)).toHaveLength(9);
  });
});

describe('If-Match on a PUT', () => {
  it.each([
    ['entities', { type: 'company', name: 'Mars' }],
    ['matters', { title: 'Mars' }],
  ])('of %s registers nothing where there is nothing to match', async (registry, body) => {
    const before = await client.head();
    for (const tag of ['"0"', '"7"', '*', '"not-a-revision"']) {
      const reply = await client.put<Problem>(`/v1/${registry}/mars`, body, { 'if-match': tag });
      expect([reply.status, reply.body.code]).toEqual([412, 'revision-mismatch']);
    }
    expect(await client.head()).toBe(before);
    expect((await client.put(`/v1/${registry}/mars`, body)).status).toBe(201);
    expect((await client.put(`/v1/${registry}/mars`, body, { 'if-match': '"0"' })).status).toBe(200);
    expect((await client.put(`/v1/${registry}/mars`, body, { 'if-match': '*' })).status).toBe(200);
  });

  it('does not stand in the way of a new development, which no revision can be of', async () => {
    expect((await client.post('/v1/developments', meeting('2021'), { 'if-match': '"0"' })).status).toBe(201);
  });
});

describe('without If-Match', () => {
  it('fifty corrections at once become revisions 1 to 50, and none is lost', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const titles = Array.from({ length: 50 }, (_, index) => `Title ${index}`);
    const replies = await Promise.all(titles.map((title) => correct(id, title)));
    expect(replies.map(({ status }) => status)).toEqual(titles.map(() => 200));
    const revisions = replies.map(({ body }) => body.revision).sort((a, b) => a - b);
    expect(revisions).toEqual(titles.map((_, index) => index + 1));
    const { body } = await client.get<HistoryAnswer>(`/v1/developments/${id}/history`);
    expect(
      body.versions
        .slice(1)
        .map(({ version }) => version.title)
        .sort(),
    ).toEqual([...titles].sort());
    expect(new Set(replies.map(({ body: { position } }) => position)).size).toBe(50);
  });

  it('changes of every sort at once are each decided on what the one before left', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const before = await client.head();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? client.post(`/v1/developments/${id}/retraction`, { reason: `${index}` })
          : client.post(`/v1/developments/${id}/reinstatement`, { reason: `${index}` }),
      ),
    );
    const accepted = replies.filter(({ status }) => status === 200).length;
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await client.head()).toBe(before + accepted);
  });

  it('many versions of one entity at once are all recorded', async () => {
    await client.put('/v1/entities/busy', { type: 'company', name: 'Busy' });
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        client.put<{ revision: number }>('/v1/entities/busy', { type: 'company', name: `Busy ${index}` }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(new Set(replies.map(({ body }) => body.revision)).size).toBe(20);
  });

  it('a change that no longer makes sense after a concurrent one is refused on its own terms', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const [one, two] = await Promise.all([1, 2].map(() => correct(id, 'The same')));
    expect([one?.status, two?.status].sort()).toEqual([200, 409]);
    await changed(client, id, 'retraction', { reason: 'r' });
  });
});
