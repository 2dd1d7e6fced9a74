import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import { changed, fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const JSON_TYPE = { 'content-type': 'application/json' };

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

/** RFC 9457: every member that the contract names, and the media type. */
function expectProblem(reply: Reply<Problem>, status: number, code: string): Problem {
  expect(reply.body).toMatchObject({ status, code });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json(;|$)/);
  const { type, title, detail } = reply.body;
  expect(URL.canParse(type)).toBe(true);
  expect(title.length).toBeGreaterThan(0);
  expect(detail.length).toBeGreaterThan(10);
  return reply.body;
}

const record = (body: unknown): Promise<Reply<Problem>> => client.post('/v1/developments', body);
const get = (path: string): Promise<Reply<Problem>> => client.get(path);

describe('400', () => {
  it.each([
    ['text that is no JSON', '{"kind":'],
    ['nothing', ''],
    ['two values', '{}{}'],
    ['a member twice', '{"kind":"StatementMade","title":"a","title":"b"}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ])('malformed-json: %s', async (_, body) => {
    expectProblem(await client.send('POST', '/v1/developments', body, JSON_TYPE), 400, 'malformed-json');
  });

  it('malformed-json: no body at all', async () => {
    expectProblem(await client.send('POST', '/v1/developments'), 400, 'malformed-json');
  });

  it.each(['asOf=2021-09', 'knownAt=yesterday', 'minPosition=-1', 'asOf='])('invalid-coordinate: %s', async (sent) => {
    for (const path of ['/v1/state', '/v1/timeline', '/v1/facts/links:wechat:taobao', '/v1/entities']) {
      expectProblem(await get(`${path}?${sent}`), 400, 'invalid-coordinate');
    }
  });

  it.each([
    '/v1/state?limit=0',
    '/v1/state?entity=Ali%20Baba',
    '/v1/timeline?from=2021-09',
    '/v1/timeline?kind=Nothing',
    '/v1/timeline?order=random',
    '/v1/timeline?include=all',
    '/v1/entities?type=person',
    '/v1/events?types=Nothing',
    '/v1/events?limit=0',
    '/v1/state?asOf=2021-09-01&asOf=2021-09-01',
  ])('invalid-parameter: %s', async (path) => {
    expectProblem(await get(path), 400, 'invalid-parameter');
  });

  it('invalid-parameter: a kind that there is not, with the one it is like', async () => {
    const { detail } = expectProblem(await get('/v1/timeline?kind=FineImpossed'), 400, 'invalid-parameter');
    expect(detail).toMatch(/^kind: .*, not "FineImpossed"; perhaps FineImposed$/);
  });

  it('invalid-parameter: a span of the timeline that ends before it begins, naming both ends', async () => {
    const reply = await get('/v1/timeline?from=2021-10-01&to=2021-09-30');
    const { detail } = expectProblem(reply, 400, 'invalid-parameter');
    expect(detail).toBe('from: 2021-10-01 is later than "to", 2021-09-30: no day lies between.');
    expect(reply.body.errors).toMatchObject([{ pointer: '/from' }, { pointer: '/to' }]);
    expect((await get('/v1/timeline?from=2021-10-01&to=2021-10-01')).status).toBe(200);
  });

  it('is not that nothing has the slug that is asked about: the list is empty', async () => {
    for (const filter of ['entity=alibabba', 'matter=antitrsut']) {
      expect((await client.get(`/v1/state?${filter}`)).body).toMatchObject({ facts: [], totals: [], next: null });
      expect((await client.get(`/v1/timeline?${filter}`)).body).toMatchObject({ developments: [], next: null });
      expect((await get(`/v1/replay?from=1&to=0&${filter}`)).status).toBe(200);
    }
    for (const path of [
      'state?entity=Ali',
      'state?matter=a--b',
      'state?predicate=x:y',
      'timeline?matter=-',
      'replay?entity=A',
    ]) {
      expectProblem(await get(`/v1/${path}`), 400, 'invalid-parameter');
    }
  });

  it.each([
    '/v1/state',
    '/v1/facts/links:wechat:taobao',
    '/v1/timeline',
    '/v1/entities',
    '/v1/entities/miit',
    '/v1/matters',
    '/v1/matters/antitrust',
    '/v1/kinds',
    '/v1/events',
    '/health/live',
    '/health/started',
    '/health/ready',
  ])('invalid-parameter: a query parameter that %s does not have', async (path) => {
    expect((await get(path)).status).toBe(200);
    const { detail } = expectProblem(await get(`${path}?colour=red`), 400, 'invalid-parameter');
    expect(detail).toContain('colour');
    expectProblem(await get(`${path}?__proto__=x`), 400, 'invalid-parameter');
  });

  it('invalid-parameter: any query parameter of a command', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const head = await client.head();
    for (const [method, path, body] of [
      ['POST', '/v1/developments', meeting('2021')],
      ['POST', `/v1/developments/${id}/corrections`, { changes: { title: 'x' }, reason: 'r' }],
      ['POST', `/v1/developments/${id}/retraction`, { reason: 'r' }],
      ['POST', `/v1/developments/${id}/reinstatement`, { reason: 'r' }],
      ['POST', `/v1/developments/${id}/sources`, { publisher: 'a', title: 'b' }],
      ['PUT', '/v1/entities/baidu', { type: 'company', name: 'Baidu!' }],
      ['PUT', '/v1/matters/antitrust', { title: 'Other' }],
    ] as const) {
      for (const parameter of ['dryRun=true', 'asOf=2021-01-01']) {
        const reply = await client.send<Problem>(method, `${path}?${parameter}`, JSON.stringify(body), JSON_TYPE);
        expectProblem(reply, 400, 'invalid-parameter');
      }
    }
    expectProblem(
      await client.send('POST', '/v1/import?dry=true', '', { 'content-type': 'application/x-ndjson' }),
      400,
      'invalid-parameter',
    );
    expectProblem(
      await client.send('POST', '/v1/import?dryRun=1', '', { 'content-type': 'application/x-ndjson' }),
      400,
      'invalid-parameter',
    );
    expect(await client.head()).toBe(head);
  });
});

describe('404', () => {
  it('development-not-found: to read and to change', async () => {
    for (const path of [`/v1/developments/${NOBODY}`, `/v1/developments/${NOBODY}/history`, '/v1/developments/x']) {
      expectProblem(await get(path), 404, 'development-not-found');
    }
    for (const [path, body] of [
      ['corrections', { changes: { title: 'x' }, reason: 'r' }],
      ['retraction', { reason: 'r' }],
      ['reinstatement', { reason: 'r' }],
      ['sources', { publisher: 'a', title: 'b' }],
    ] as const) {
      const reply = await client.post<Problem>(`/v1/developments/${NOBODY}/${path}`, body);
      expectProblem(reply, 404, 'development-not-found');
    }
  });

  it('development-not-found: before it was known', async () => {
    const { id, position } = await recorded(client, meeting('2021'));
    const before = `?knownAt=position:${Number(position) - 1}`;
    expectProblem(await get(`/v1/developments/${id}${before}`), 404, 'development-not-found');
    expectProblem(await get(`/v1/developments/${id}/history${before}`), 404, 'development-not-found');
  });

  it('entity-not-found, matter-not-found: with near matches, and before they were registered', async () => {
    const entity = expectProblem(await get('/v1/entities/alibabba'), 404, 'entity-not-found');
    expect(entity).toMatchObject({ near: ['alibaba'], detail: expect.stringContaining('alibaba') });
    const matter = expectProblem(await get('/v1/matters/anti-trust'), 404, 'matter-not-found');
    expect(matter).toMatchObject({ near: ['antitrust'], detail: expect.stringContaining('antitrust') });
    expectProblem(await get('/v1/entities/miit?knownAt=position:0'), 404, 'entity-not-found');
    expectProblem(await get('/v1/matters/antitrust?knownAt=position:0'), 404, 'matter-not-found');
  });

  it.each([
    ['GET', '/'],
    ['GET', '/v1'],
    ['GET', '/v2/state'],
    ['GET', '/v1/state/'],
    ['POST', '/v1/state'],
    ['DELETE', '/v1/entities/miit'],
    ['PATCH', '/v1/developments/x'],
    ['PUT', '/v1/developments/x'],
  ])('not-found: %s %s', async (method, path) => {
    expectProblem(await client.send(method, path), 404, 'not-found');
  });
});

describe('409', () => {
  it('development-retracted: correcting, retracting again, adding a source', async () => {
    const { id } = await recorded(client, meeting('2021'));
    await changed(client, id, 'retraction', { reason: 'r' });
    for (const [path, body] of [
      ['corrections', { changes: { title: 'x' }, reason: 'r' }],
      ['retraction', { reason: 'again' }],
      ['sources', { publisher: 'a', title: 'b' }],
    ] as const) {
      const reply = await client.post<Problem>(`/v1/developments/${id}/${path}`, body);
      expectProblem(reply, 409, 'development-retracted');
    }
  });

  it('not-retracted: reinstating what stands', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const reply = await client.post<Problem>(`/v1/developments/${id}/reinstatement`, { reason: 'r' });
    expectProblem(reply, 409, 'not-retracted');
  });

  it('nothing-to-correct: changes that change nothing', async () => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    for (const changes of [
      {},
      { when: '2021-09-09' },
      { note: null },
      { timing: [] },
      { details: { authority: 'miit' } },
    ]) {
      const reply = await client.post<Problem>(`/v1/developments/${id}/corrections`, { changes, reason: 'r' });
      expectProblem(reply, 409, 'nothing-to-correct');
    }
  });

  it('entity-type-fixed: another type for a registered slug', async () => {
    const reply = await client.put<Problem>('/v1/entities/miit', { type: 'company', name: 'MIIT' });
    expectProblem(reply, 409, 'entity-type-fixed');
  });
});

describe('413 and 415', () => {
  it('body-too-large: a body over the limit, and an event over what the log takes', async () => {
    expectProblem(await record(meeting('2021', { note: 'x'.repeat(300_000) })), 413, 'body-too-large');
    const topics = Array.from({ length: 50 }, (_, index) => `${index}${'汉'.repeat(190)}`);
    const sources = Array.from({ length: 50 }, () => ({ publisher: 'a', title: '汉'.repeat(490) }));
    const details = { authority: 'miit', attendees: ['alibaba'], topics };
    expectProblem(await record(meeting('2021', { details, sources })), 413, 'body-too-large');
  });

  it.each([
    ['/v1/developments', 'text/plain'],
    ['/v1/developments', 'application/x-www-form-urlencoded'],
    ['/v1/developments', 'application/x-ndjson'],
    ['/v1/entities/miit', 'application/x-ndjson'],
    ['/v1/import', 'application/json'],
    ['/v1/import', 'text/plain'],
  ])('unsupported-media-type: %s takes no %s', async (path, type) => {
    const method = path.includes('entities') ? 'PUT' : 'POST';
    const reply = await client.send<Problem>(method, path, '{"kind":"x"}\n', { 'content-type': type });
    expectProblem(reply, 415, 'unsupported-media-type');
  });
});

describe('422', () => {
  it.each([
    [{ kind: 'FineImposd' }, '/kind'],
    [{ kind: undefined }, '/kind'],
    [{ title: undefined }, '/title'],
    [{ title: ' ' }, '/title'],
    [{ title: 5 }, '/title'],
    [{ when: undefined }, '/when'],
    [{ when: '2021-02-30' }, '/when'],
    [{ when: '2021-01/2021-02' }, '/when'],
    [{ matter: 'Not A Slug' }, '/matter'],
    [{ details: undefined }, '/details'],
    [{ details: [] }, '/details'],
    [{ details: { authority: 'miit', attendees: [], topics: ['x'] } }, '/details/attendees'],
    [{ details: { authority: 'miit', attendees: ['alibaba', 'alibaba'], topics: ['x'] } }, '/details/attendees/1'],
    [{ details: { authority: 'miit', attendees: ['alibaba'], topics: ['x'], place: 'cn' } }, '/details/place'],
    [{ sources: [{ title: 'x' }] }, '/sources/0/publisher'],
    [{ sources: [{ publisher: 'x', title: 'x', url: 'javascript:alert(1)' }] }, '/sources/0/url'],
    [{ sources: [{ publisher: 'x', title: 'x', stars: 5 }] }, '/sources/0/stars'],
    [{ sources: null }, '/sources'],
    [{ colour: 'red' }, '/colour'],
    [{ id: NOBODY }, '/id'],
    [{ 'a/b~c': 1 }, '/a~1b~0c'],
  ])('invalid-development: %j at %s', async (wrong, pointer) => {
    const { errors } = expectProblem(await record(meeting('2021', wrong)), 422, 'invalid-development');
    expect(errors).toContainEqual({ pointer, detail: expect.stringMatching(/.{5}/) });
  });

  it('invalid-development: names the nearest kind', async () => {
    const { detail } = expectProblem(await record(meeting('2021', { kind: 'FineImposd' })), 422, 'invalid-development');
    expect(detail).toContain('FineImposed');
  });

  it('invalid-development: says all that is wrong at once', async () => {
    const { errors } = expectProblem(
      await record({
        kind: 'FineImposed',
        when: 'x',
        details: { authority: 'samr', amount: { value: '1.', currency: 'usd' } },
      }),
      422,
      'invalid-development',
    );
    const pointers = (errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/title',
        '/when',
        '/details/party',
        '/details/amount/value',
        '/details/amount/currency',
      ]),
    );
  });

  it('invalid-development: unknown fields in the body of every command', async () => {
    const { id } = await recorded(client, meeting('2021'));
    for (const [path, body] of [
      ['corrections', { changes: { title: 'x' }, reason: 'r' }],
      ['retraction', { reason: 'r' }],
      ['reinstatement', { reason: 'r' }],
      ['sources', { publisher: 'a', title: 'b' }],
    ] as const) {
      const reply = await client.post<Problem>(`/v1/developments/${id}/${path}`, { ...body, colour: 'red' });
      expect(expectProblem(reply, 422, 'invalid-development').errors).toMatchObject([{ pointer: '/colour' }]);
      const empty = await client.post<Problem>(`/v1/developments/${id}/${path}`, {});
      expectProblem(empty, 422, 'invalid-development');
    }
    const entity = await client.put<Problem>('/v1/entities/miit', { type: 'authority', name: 'x', colour: 'red' });
    expect(expectProblem(entity, 422, 'invalid-entity').errors).toMatchObject([{ pointer: '/colour' }]);
    const matter = await client.put<Problem>('/v1/matters/antitrust', { title: 'x', colour: 'red' });
    expect(expectProblem(matter, 422, 'invalid-matter').errors).toMatchObject([{ pointer: '/colour' }]);
  });

  it('unknown-entity, unknown-matter: where it stands, and near matches', async () => {
    const details = { authority: 'miit', attendees: ['tencent', 'alibabba'], topics: ['x'] };
    expect(expectProblem(await record(meeting('2021', { details })), 422, 'unknown-entity')).toMatchObject({
      errors: [{ pointer: '/details/attendees/1', detail: expect.stringContaining('alibaba') }],
      near: ['alibaba'],
    });
    const matter = 'interoperabilty';
    expect(expectProblem(await record(meeting('2021', { matter })), 422, 'unknown-matter')).toMatchObject({
      errors: [{ pointer: '/matter', detail: expect.stringContaining('interoperability') }],
      near: ['interoperability'],
    });
  });

  it('unknown-entity: one of a type that does not fit', async () => {
    const details = { authority: 'alibaba', attendees: ['alibaba'], topics: ['x'] };
    const { errors } = expectProblem(await record(meeting('2021', { details })), 422, 'unknown-entity');
    expect(errors).toMatchObject([{ pointer: '/details/authority', detail: expect.stringContaining('authority') }]);
  });

  it('unknown-development: a fine or a replaced development that is not there, with near matches', async () => {
    expect(expectProblem(await record(fineChange(NOBODY, '2021', usd('1'))), 422, 'unknown-development')).toMatchObject(
      {
        errors: [{ pointer: '/details/fine' }],
      },
    );
    expect(
      expectProblem(await record(meeting('2021', { replaces: NOBODY })), 422, 'unknown-development'),
    ).toMatchObject({
      errors: [{ pointer: '/replaces' }],
    });
    const { id } = await recorded(client, fine('alibaba', '2021', usd('1')));
    const slip = id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
    expect(expectProblem(await record(fineChange(slip, '2021', usd('1'))), 422, 'unknown-development')).toMatchObject({
      near: [id],
      detail: expect.stringContaining(id),
    });
  });

  it('contradictory-timing: a fine changed before it is imposed, naming both', async () => {
    const { id } = await recorded(client, fine('alibaba', '2021-04', usd('5'), { title: 'The first fine' }));
    const { detail } = expectProblem(await record(fineChange(id, '2021-03', usd('1'))), 422, 'contradictory-timing');
    expect(detail).toContain('The first fine');
    expect(detail).toContain('The fine is changed');
  });

  it('contradictory-timing: dates and timings that no course of events fits, naming the developments', async () => {
    const { id } = await recorded(client, meeting('2021-04'));
    const reply = await record(meeting('2021-03', { timing: [{ after: id }] }));
    expect(expectProblem(reply, 422, 'contradictory-timing').developments).toContain(id);
  });

  it('timing-limit: more than 32 timings', async () => {
    const { id } = await recorded(client, meeting('2021-04'));
    const timing = Array.from({ length: 33 }, () => ({ after: id }));
    expectProblem(await record(meeting('2021-04', { timing })), 422, 'timing-limit');
  });
});

describe('what is refused', () => {
  it('leaves nothing in the log', async () => {
    const before = await client.head();
    await record(meeting('2021', { kind: 'x' }));
    await record(links('blocked', '2021', { details: { from: 'wechat', to: ['nobody'] } }));
    await client.put('/v1/entities/none', { type: 'company', name: 'x' });
    expect(await client.head()).toBe(before);
  });
});
