import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import type { Problem } from '../../src/http/problem.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { type Client, start } from '../service.js';
import { operations, problemsOfAnswer, problemsOfBody } from './conformity.js';
import { sampleLines } from './stage.js';

let client: Client;
beforeAll(async () => {
  client = await start({ sample: true });
  await client.get('/v1/state?minPosition=104');
});
afterAll(() => client.close());

async function problemsOfGet(operation: string, path: string, sent: Record<string, string> = {}) {
  const { status, headers, text, body } = await client.get<JsonValue | undefined>(path, sent);
  const type = headers.get('content-type') ?? '';
  return problemsOfAnswer(operation, { status, headers: { 'content-type': type }, body: body ?? text });
}

describe('what is answered about the whole sample', () => {
  it.each([
    ['getState', '/v1/state?limit=1000'],
    ['getState', '/v1/state?limit=1000&asOf=2021-04-05&knownAt=position:60'],
    ['getState', '/v1/state?knownAt=position:0'],
    ['getDiff', '/v1/state/diff?from.asOf=2010-01-01&to.asOf=2024-12-31&limit=1000'],
    ['getDiff', '/v1/state/diff?from.knownAt=position:80&to.asOf=2021-10-01&limit=1000'],
    ['getChanges', '/v1/state/changes?since=57&asOf=2021-10-01&limit=1000'],
    ['getInteroperability', '/v1/interoperability?asOf=2021-09-15'],
    ['getTimeline', '/v1/timeline?limit=1000&include=retracted'],
    ['getTimeline', `/v1/timeline?limit=1000&q=${encodeURIComponent('微信')}`],
    ['listBackdated', '/v1/audit/backdated?limit=1000&days=0'],
    ['listEntities', '/v1/entities?limit=1000'],
    ['listMatters', '/v1/matters?limit=1000'],
    ['listKinds', '/v1/kinds'],
    ['listEvents', '/v1/events'],
    ['replayLog', '/v1/replay?asOf=2021-09-15'],
    ['replayLog', '/v1/replay?matter=platform-interoperability&asOf=2021-09-15'],
    ['getOpenApi', '/openapi.json'],
    ['getDocs', '/docs'],
  ])('is as the document describes %s: %s', async (operation, path) => {
    expect(await problemsOfGet(operation, path)).toEqual([]);
  });

  it('is as the document describes CloudEvents', async () => {
    const accept = 'application/cloudevents-batch+json';
    expect(await problemsOfGet('listEvents', '/v1/events', { accept })).toEqual([]);
  });

  it('is as the document describes each development and its history', async () => {
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?limit=1000');
    expect(body.developments).toHaveLength(36);
    for (const { id } of body.developments) {
      expect(await problemsOfGet('getDevelopment', `/v1/developments/${id}`)).toEqual([]);
      expect(await problemsOfGet('getDevelopmentHistory', `/v1/developments/${id}/history`)).toEqual([]);
    }
  });
});

describe('what the document says can be sent', () => {
  it('includes every line of the sample', () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const request = { method: 'POST', path: '/v1/import', headers, body: sampleLines().join('\n') };
    expect(problemsOfBody('importLines', request)).toEqual([]);
  });

  it('includes refs in place of ids, in lines alone', () => {
    const timed = { kind: 'StatementMade', title: 'A', when: '2021', details: {}, timing: [{ after: 'a-ref' }] };
    const details = { party: 'alibaba', about: 'links', gist: 'It agrees.' };
    const line = JSON.stringify({ development: { ...timed, details } });
    const headers = { 'content-type': 'application/x-ndjson' };
    expect(problemsOfBody('importLines', { method: 'POST', path: '/v1/import', headers, body: line })).toEqual([]);
    const body = { ...timed, details };
    const sent = { method: 'POST', path: '/v1/developments', headers: { 'content-type': 'application/json' }, body };
    expect(problemsOfBody('recordDevelopment', { ...sent, body: { ...body, timing: [] } })).toEqual([]);
    expect(problemsOfBody('recordDevelopment', sent)).not.toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['of no kind', { kind: 'FineForgotten', title: 'A', when: '2021', details: {} }],
    ['with details of another kind', { kind: 'LinksBlocked', title: 'A', when: '2021', details: { party: 'alibaba' } }],
    [
      'with another field',
      { kind: 'InstrumentRepealed', title: 'A', when: '2021', details: { instrument: 'a' }, tag: 1 },
    ],
    ['without a title', { kind: 'InstrumentRepealed', when: '2021', details: { instrument: 'a' } }],
  ])('includes no development %s', (_what, body) => {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', path: '/v1/developments', headers, body };
    expect(problemsOfBody('recordDevelopment', request)).not.toEqual([]);
  });

  it.each(operations.map(({ method, path, operation }) => [method.toUpperCase(), path, operation] as const))(
    'includes the query parameters that %s %s takes, and no other',
    async (method, path, { parameters }) => {
      const described = parameters.flatMap((each) => ('in' in each && each.in === 'query' ? [each.name] : []));
      const type = path === '/v1/import' ? 'application/x-ndjson' : 'application/json';
      const url = `${path.replaceAll(/\{\w+\}/g, 'wechat')}?strange=1`;
      const { body } = await client.send<Problem>(method, url, method === 'GET' ? undefined : '{}', {
        'content-type': type,
      });
      const taken = /the fields are (.*)$/.exec(body.detail)?.[1]?.split(', ') ?? [];
      expect([body.code, taken.sort()]).toEqual(['invalid-parameter', [...described].sort()]);
    },
  );
});
