import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EventTooLarge,
  InvalidAppend,
  LogDamaged,
  LogReadOnly,
  LogUnavailable,
  NotStorable,
} from '../../src/event-store/errors.js';
import { type EventStore, NO_STREAM } from '../../src/event-store/event-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import type { Problem } from '../../src/http/problem.js';
import { fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { sealed } from '../event-store/sealed.js';
import { serviceOver } from '../projecting/service-over.js';
import type { Client, Reply } from '../service.js';

let store: EventStore;
let failure: Error | undefined;
let client: Client;
beforeAll(async () => {
  store = openSqliteLog({ directory: ':memory:', clock: Date.now });
  const append = store.append.bind(store);
  store.append = async (...appended) => {
    if (failure) throw failure;
    return append(...appended);
  };
  client = await serviceOver({ store, directory: ':memory:' });
  await registerCast(client);
});
afterAll(() => client.close());

describe('where the log refuses an append', () => {
  it.each([
    ['the size of what was sent is the fault of the client', new EventTooLarge(70_000, 61_440), 413, 'body-too-large'],
    ['a payload that can not be kept is ours, since what is sent is checked', new NotStorable('/a', 'is 1.5'), 500],
    ['an append that makes no sense is ours', new InvalidAppend('without events'), 500],
    ['a log out of reach is neither: try again', new LogUnavailable('the disk is full'), 503, 'log-unavailable'],
    ['nor is a damaged one', new LogDamaged('event 3 is missing'), 503, 'log-unavailable'],
    ['nor one that can only be read', new LogReadOnly('read-only'), 503, 'log-unavailable'],
  ])('%s', async (_, error, status, code = 'internal-error') => {
    const before = (await store.head()).position;
    failure = error;
    try {
      const reply = await client.post<Problem>('/v1/developments', meeting('2021'));
      expect([reply.status, reply.body.code]).toEqual([status, code]);
      const [line] = await client.import([{ matter: { slug: 'new', title: 'New' } }]);
      expect([line?.status, line?.problem?.code]).toEqual(['refused', code]);
    } finally {
      failure = undefined;
    }
    expect((await store.head()).position).toBe(before);
    expect((await client.post('/v1/developments', meeting('2021'))).status).toBe(201);
  });
});

describe('what concerns a stream with an event of a newer version is answered 503, and nothing is stored', () => {
  const newer = (stream: string, revision: number, event: object): Promise<unknown> =>
    store.append(stream, revision - 1, [sealed(store.log, stream, revision, event)]);

  async function expectUnread(reply: Reply<Problem>, event: string, head: number): Promise<void> {
    expect([reply.status, reply.body.code]).toEqual([503, 'log-unavailable']);
    expect(reply.body.detail).toContain(`does not know events of ${event}. Start a newer version`);
    expect((await store.head()).position).toBe(head);
  }

  it.each([
    ['type DevelopmentMerged, schema 1', { type: 'DevelopmentMerged' }],
    ['type DevelopmentCorrected, schema 2', { type: 'DevelopmentCorrected', schema: 2 }],
  ])('changes of a development, and what refers to it: %s', async (event, draft) => {
    const { id } = await recorded(client, fine('alibaba', '2021', usd('5')));
    await newer(`development-${id}`, 1, draft);
    const { position } = await store.head();
    for (const [path, body] of [
      [`/${id}/corrections`, { changes: { title: 'T' }, reason: 'r' }],
      [`/${id}/retraction`, { reason: 'r' }],
      [`/${id}/reinstatement`, { reason: 'r' }],
      [`/${id}/sources`, { publisher: 'P', title: 'T' }],
      ['', fineChange(id, '2022', usd('4'))],
      ['', meeting('2022', { replaces: id })],
    ] as const) {
      await expectUnread(await client.post(`/v1/developments${path}`, body), event, position);
    }
  });

  it('changes of an entity or a matter', async () => {
    await newer('entity-baidu', 1, { type: 'EntityMerged' });
    await newer('matter-antitrust', 1, { type: 'MatterRevised', schema: 2 });
    const { position } = await store.head();
    const entity = { type: 'company', name: 'Baidu, Inc.' };
    await expectUnread(await client.put('/v1/entities/baidu', entity), 'type EntityMerged, schema 1', position);
    const matter = await client.put<Problem>('/v1/matters/antitrust', { title: 'T' });
    await expectUnread(matter, 'type MatterRevised, schema 2', position);
  });

  it('what names an entity that a newer version registered', async () => {
    await newer('entity-qq', NO_STREAM + 1, { type: 'EntityRegistered', schema: 2, data: { kind: 'service' } });
    const { position } = await store.head();
    const naming = links('blocked', '2021', { details: { from: 'wechat', to: ['qq'] } });
    await expectUnread(await client.post('/v1/developments', naming), 'type EntityRegistered, schema 2', position);
    const [line] = await client.import([{ development: naming }]);
    expect([line?.status, line?.problem?.code]).toEqual(['refused', 'log-unavailable']);
  });

  it('and all else goes on', async () => {
    expect((await client.put('/v1/entities/tencent', { type: 'company', name: 'Tencent' })).status).toBe(200);
  });
});
