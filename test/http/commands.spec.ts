import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/developments/writing.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { DevelopmentAnswer, HistoryAnswer } from '../../src/timeline/development.query.js';
import { changed, corrected, fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LINKS = '/v1/facts/links:wechat:taobao';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const read = async (id: string, parameters = ''): Promise<DevelopmentAnswer> =>
  (await client.get<DevelopmentAnswer>(`/v1/developments/${id}${parameters}`)).body;
const history = async (id: string): Promise<HistoryAnswer> =>
  (await client.get<HistoryAnswer>(`/v1/developments/${id}/history`)).body;

describe('recording', () => {
  it('answers 201 with Location, the revision as ETag, and where it is in the log', async () => {
    const head = await client.head();
    const { status, headers, body } = await client.post<Acknowledgement>('/v1/developments', meeting('2021-09-09'));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      revision: 0,
      position: String(head + 1),
      recordedAt: expect.stringMatching(INSTANT),
      warnings: [],
    });
    expect(headers.get('location')).toBe(`/v1/developments/${body.id}`);
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('idempotency-replayed')).toBeNull();
    expect((await client.get(headers.get('location') as string)).status).toBe(200);
  });

  it('keeps everything that was stated', async () => {
    const sent = {
      kind: 'GuidanceMeetingHeld',
      title: 'MIIT meeting on link blocking',
      when: '2021-09-09~',
      matter: 'interoperability',
      timing: [],
      details: { authority: 'miit', attendees: ['alibaba', 'tencent'], topics: ['屏蔽链接'] },
      sources: [
        {
          publisher: 'A',
          title: 'B',
          url: 'https://example.org/b',
          language: 'zh-Hans',
          publishedOn: '2021-10-23',
          retrievedOn: '2026-01-01',
          sha256: '0'.repeat(64),
          quote: 'C',
        },
      ],
      note: 'D',
    };
    const { id, position, recordedAt } = await recorded(client, sent);
    expect(await read(id)).toMatchObject({
      ...sent,
      id,
      revision: 0,
      position,
      recordedAt,
      retracted: false,
      earliest: '2021-09-09',
      latest: '2021-09-09',
    });
  });

  it('takes a development without matter, timing, sources, note and replaces, and shows that it has no source', async () => {
    const { id } = await recorded(client, meeting('2021-09-09', { sources: undefined }));
    const { sources, unsourced, ...development } = await read(id);
    expect({ sources, unsourced }).toEqual({ sources: [], unsourced: true });
    for (const absent of ['matter', 'note', 'replaces']) expect(development).not.toHaveProperty(absent);
    const { body } = await client.get<{ developments: object[] }>('/v1/timeline?kind=GuidanceMeetingHeld');
    expect(body.developments).toContainEqual(expect.objectContaining({ id, unsourced: true }));
    expect((await history(id)).versions[0]?.version).toMatchObject({ unsourced: true });
  });

  it('stores texts in Unicode normal form C', async () => {
    const { id } = await recorded(client, meeting('2021', { title: 'Cafe\u0301' }));
    expect((await read(id)).title).toBe('Caf\u00e9');
  });
});

describe('a correction', () => {
  it('is a merge patch: what it leaves out stays, null removes, arrays are replaced whole', async () => {
    const { id } = await recorded(client, meeting('2021-09-09', { matter: 'interoperability', note: 'x' }));
    const changes = { when: '2021-09-10', matter: null, details: { attendees: ['baidu'] } };
    const reply = await client.post<Acknowledgement>(`/v1/developments/${id}/corrections`, {
      changes,
      reason: 'The paper was wrong.',
      cause: 'source-error',
      sources: [{ publisher: 'B', title: 'C' }],
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('etag')).toBe('"1"');
    expect(reply.body).toMatchObject({ id, revision: 1, warnings: [] });
    const now = await read(id);
    expect(now).toMatchObject({
      when: '2021-09-10',
      note: 'x',
      details: { authority: 'miit', attendees: ['baidu'], topics: ['link blocking'] },
      sources: [{ publisher: 'A newspaper' }, { publisher: 'B' }],
    });
    expect(now).not.toHaveProperty('matter');
  });

  it('changes what is known from its position on, and nothing before', async () => {
    const { id, position } = await recorded(client, links('blocked', '2010-01-01'));
    const { position: later } = await corrected(client, id, { when: '2012-01-01' });
    const asked = async (at: string): Promise<FactAnswer> =>
      (await client.get<FactAnswer>(`${LINKS}?asOf=2011-01-01&knownAt=position:${at}`)).body;
    expect(await asked(position)).toMatchObject({ certainty: 'definite', value: 'blocked', because: [id] });
    expect(await asked(later)).toMatchObject({ certainty: 'unrecorded', because: [] });
    expect((await read(id, `?knownAt=position:${position}`)).when).toBe('2010-01-01');
    await changed(client, id, 'retraction', { reason: 'Not needed any more.' });
  });

  it('is in the history with who, when, why and what changed', async () => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    const reason = 'The paper was wrong.';
    const correction = { changes: { title: 'B', details: { topics: ['b'] } }, reason, cause: 'recording-error' };
    const { position, recordedAt } = await changed(client, id, 'corrections', correction);
    const { versions } = await history(id);
    expect(versions).toHaveLength(2);
    expect(versions[0]).toMatchObject({ revision: 0, type: 'GuidanceMeetingHeld', actor: 'anonymous' });
    expect(versions[1]).toMatchObject({
      revision: 1,
      position,
      recordedAt,
      type: 'DevelopmentCorrected',
      actor: 'anonymous',
      reason,
      cause: 'recording-error',
      changed: ['/details/topics', '/title'],
      version: { title: 'B', details: { topics: ['b'] } },
    });
    expect(versions[0]?.version).toMatchObject({ details: { topics: ['link blocking'] } });
  });

  it.each(['kind', 'replaces', 'sources', 'id', 'revision'])('can not change %s', async (field) => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    const body = { changes: { [field]: field === 'sources' ? [] : 'FineImposed' }, reason: 'r' };
    const reply = await client.post(`/v1/developments/${id}/corrections`, body);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ code: 'invalid-development', errors: [{ pointer: `/changes/${field}` }] });
  });

  it('has to leave a whole development, and the pointers of what is wrong lead into the changes', async () => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    for (const [changes, pointer] of [
      [{ title: null }, '/changes/title'],
      [{ details: null }, '/changes/details'],
      [{ details: { authority: null } }, '/changes/details/authority'],
      [{ when: '2021-13' }, '/changes/when'],
      [{ details: { attendees: ['nobody'] } }, '/changes/details/attendees/0'],
    ] as const) {
      const reply = await client.post(`/v1/developments/${id}/corrections`, { changes, reason: 'r' });
      expect(reply.status).toBe(422);
      expect(reply.body).toMatchObject({ errors: [{ pointer }] });
    }
    expect((await read(id)).revision).toBe(0);
  });
});

describe('a retraction', () => {
  it('takes the development out of the state and off the timeline, from its position on; a reinstatement brings it back', async () => {
    const { id, position } = await recorded(client, links('blocked', '1990-01-01'));
    const asked = async (parameters = ''): Promise<FactAnswer> =>
      (await client.get<FactAnswer>(`${LINKS}?asOf=1991-01-01${parameters}`)).body;
    const onTimeline = async (parameters = ''): Promise<boolean> =>
      (await client.get(`/v1/timeline?to=1995-01-01${parameters}`)).text.includes(id);
    const retraction = await client.post<Acknowledgement>(`/v1/developments/${id}/retraction`, {
      reason: 'It never was.',
      cause: 'source-error',
    });
    expect(retraction.status).toBe(200);
    expect(retraction.headers.get('etag')).toBe('"1"');
    expect(retraction.body).toMatchObject({ id, revision: 1, referredBy: [] });
    expect((await asked()).certainty).toBe('unrecorded');
    expect((await asked(`&knownAt=position:${position}`)).value).toBe('blocked');
    expect(await onTimeline()).toBe(false);
    expect(await onTimeline('&include=retracted')).toBe(true);
    expect(await read(id)).toMatchObject({ retracted: true, revision: 1 });

    const again = await client.post<Acknowledgement>(`/v1/developments/${id}/reinstatement`, { reason: 'It was.' });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ id, revision: 2, referredBy: [] });
    expect((await asked()).value).toBe('blocked');
    expect(await onTimeline()).toBe(true);
    expect((await history(id)).versions.map(({ type, reason, cause }) => [type, reason, cause])).toEqual([
      ['LinksBlocked', undefined, undefined],
      ['DevelopmentRetracted', 'It never was.', 'source-error'],
      ['DevelopmentReinstated', 'It was.', undefined],
    ]);
    await changed(client, id, 'retraction', { reason: 'Not needed any more.' });
  });

  it('lists the developments that refer to it, and how', async () => {
    const fined = await recorded(client, fine('alibaba', '2021-04', usd('5')));
    const change = await recorded(client, fineChange(fined.id, '2021-05', usd('4')));
    const retraction = await changed(client, fined.id, 'retraction', { reason: 'No.' });
    expect(retraction.referredBy).toEqual([{ id: change.id, role: 'fine' }]);
    const instead = await recorded(client, fine('alibaba', '2021-04-10', usd('5'), { replaces: fined.id }));
    const back = await changed(client, fined.id, 'reinstatement', { reason: 'Yes.' });
    expect(back.referredBy).toEqual([
      { id: change.id, role: 'fine' },
      { id: instead.id, role: 'replaces' },
    ]);
  });
});

describe('another source', () => {
  it('is added to those there are, at a new revision', async () => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    const source = { publisher: 'C', title: 'D', url: 'https://example.org/d', publishedOn: '2021-10' };
    const reply = await client.post<Acknowledgement>(`/v1/developments/${id}/sources`, source);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('etag')).toBe('"1"');
    expect(reply.body).toMatchObject({ id, revision: 1, warnings: [] });
    expect((await read(id)).sources).toEqual([{ publisher: 'A newspaper', title: 'An article' }, source]);
    expect((await history(id)).versions[1]).toMatchObject({ type: 'SourceAdded', revision: 1 });
  });
});

describe('replacing', () => {
  it('takes the id of a retracted development, as a link only', async () => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    const standing = await client.post('/v1/developments', meeting('2021-09-10', { replaces: id }));
    expect(standing.status).toBe(422);
    expect(standing.body).toMatchObject({ code: 'invalid-development', errors: [{ pointer: '/replaces' }] });
    await changed(client, id, 'retraction', { reason: 'It was a statement.' });
    const other = await recorded(client, links('allowed', '2030-01-01', { replaces: id }));
    expect((await read(other.id)).replaces).toBe(id);
    expect((await read(id)).retracted).toBe(true);
    await corrected(client, other.id, { when: '2031-01-01' });
    expect((await read(other.id)).replaces).toBe(id);
  });
});
