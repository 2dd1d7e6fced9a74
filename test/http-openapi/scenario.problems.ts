import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import { LogUnavailable, RevisionConflict } from '../../src/event-store/errors.js';
import { Refusal } from '../../src/refusal.js';
import { tooMuch } from '../../src/what-if/excerpt.js';
import { fine, fineId, twice } from './scenario.commands.js';
import { get, NDJSON_TYPE, type Step, send, type Told } from './scenario.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const REASON = { reason: 'The decision is dated 10 April 2021.' };

const problem = (code: string, operation: string, request: Step['request'], faults: Step['faults'] = {}): Step => ({
  operation,
  name: code,
  problem: code,
  request,
  faults,
});

const development = (kind: string, details: JsonObject, more: JsonObject = {}): JsonObject => ({
  kind,
  title: 'A development',
  when: '2021-04',
  details,
  ...more,
});

const fined = (more: JsonObject = {}): JsonObject =>
  development('FineImposed', { authority: 'samr', party: 'alibaba' }, more);

const record = (code: string, body: JsonValue | ((told: Told) => JsonValue), headers = {}): Step =>
  problem(code, 'recordDevelopment', send('POST', '/v1/developments', body, headers));

const correct = (code: string, changes: JsonObject, headers = {}): Step =>
  problem(
    code,
    'correctDevelopment',
    send('POST', (told) => `${fine(told)}/corrections`, { changes, ...REASON }, headers),
  );

/** A cursor of the same page, but of another log. */
function cursorOfAnotherLog({ page }: Told): string {
  const cursor = JSON.parse(Buffer.from(String(page?.next), 'base64url').toString());
  return Buffer.from(JSON.stringify({ ...cursor, log: NOBODY })).toString('base64url');
}

const sourceOf = (told: Told, title: string): JsonObject => ({
  source: { of: fineId(told), publisher: 'SAMR', title },
});

const imported = (lines: readonly JsonObject[]): ReturnType<Step['request']> => ({
  method: 'POST',
  path: '/v1/import',
  headers: NDJSON_TYPE,
  body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
});

export const WHILE_RETRACTED: readonly Step[] = [
  problem(
    'development-retracted',
    'correctDevelopment',
    send('POST', (told) => `${twice(told)}/corrections`, { changes: { when: '2021-09-10' }, ...REASON }),
  ),
];

const NEWSDESK = async () => ({ actor: 'newsdesk', roles: ['reader' as const], holds: () => true });
const OUT_OF_REACH = async () => {
  throw new Refusal('issuer-unavailable', 'The keys of the token issuer can not be had just now.', { retryAfter: 5 });
};

export const PROBLEMS: readonly Step[] = [
  problem('malformed-json', 'recordDevelopment', () => ({ method: 'POST', path: '/v1/developments' })),
  problem('method-not-allowed', 'getMcp', get('/mcp')),
  problem('malformed-request', 'getEntity', get('/v1/entities/%zz')),
  problem('invalid-coordinate', 'getState', get('/v1/state?asOf=2021-09')),
  problem('invalid-parameter', 'getTimeline', get('/v1/timeline?limit=all')),
  correct('invalid-header', { when: '2021-04-10' }, { 'if-match': '1' }),
  problem(
    'stale-cursor',
    'getState',
    get((told) => `/v1/state?cursor=${cursorOfAnotherLog(told)}`),
  ),
  problem('unauthenticated', 'getState', get('/v1/state'), { tokens: NEWSDESK }),
  problem(
    'forbidden',
    'putMatter',
    send('PUT', '/v1/matters/alibaba-antitrust', { title: 'Alibaba' }, { authorization: 'Bearer a.reader.token' }),
    { tokens: NEWSDESK },
  ),
  problem(
    'cross-origin',
    'putMatter',
    send('PUT', '/v1/matters/alibaba-antitrust', { title: 'Alibaba' }, { origin: 'https://example.com' }),
  ),
  problem('not-found', 'getEntity', get(`/v1/entities/${'x'.repeat(1_001)}`)),
  problem('development-not-found', 'getDevelopment', get(`/v1/developments/${NOBODY}`)),
  problem('entity-not-found', 'getEntity', get('/v1/entities/wechatt')),
  problem('matter-not-found', 'getMatter', get('/v1/matters/platform-interop')),
  problem('unknown-fact', 'getFact', get('/v1/facts/links:wechatt:taobao')),
  record('idempotency-key-reused', fined({ note: 'Another request.' }), { 'idempotency-key': 'samr-fines-alibaba' }),
  problem(
    'not-retracted',
    'reinstateDevelopment',
    send('POST', (told) => `${fine(told)}/reinstatement`, REASON),
  ),
  correct('nothing-to-correct', { when: '2021-04-10' }),
  problem('entity-type-fixed', 'putEntity', send('PUT', '/v1/entities/wechat', { type: 'company', name: 'WeChat' })),
  problem('concurrent-change', 'putMatter', send('PUT', '/v1/matters/alibaba-antitrust', { title: 'Alibaba' }), {
    append: new RevisionConflict('matter-alibaba-antitrust', 0, 1),
  }),
  correct('revision-mismatch', { when: '2021-04-11' }, { 'if-match': '"0"' }),
  record('body-too-large', fined({ note: 'x'.repeat(300_000) })),
  problem('unsupported-media-type', 'importLines', () => ({
    method: 'POST',
    path: '/v1/import',
    headers: { 'content-type': 'text/csv' },
    body: 'slug,type,name\n',
  })),
  problem('unexpected-host', 'getState', get('/v1/state', { host: 'rebound.example.com' })),
  record('invalid-development', fined({ when: '2021-04-31', tags: ['antitrust'] })),
  problem('invalid-entity', 'putEntity', send('PUT', '/v1/entities/cac', { type: 'regulator', name: 'CAC' })),
  problem('invalid-matter', 'putMatter', send('PUT', '/v1/matters/data-security', { title: '' })),
  problem('invalid-line', 'importLines', () => ({
    method: 'POST',
    path: '/v1/import',
    headers: NDJSON_TYPE,
    body: '{"company": {"slug": "cac"}}\n',
  })),
  problem(
    'invalid-what-if',
    'supposeCommands',
    send('POST', '/v1/what-if', { commands: [], queries: [{ staet: {} }] }),
  ),
  problem(
    'what-if-limit',
    'supposeCommands',
    send('POST', '/v1/what-if', (told) => ({ commands: [{ retraction: { of: fineId(told), ...REASON } }] })),
    { log: tooMuch() },
  ),
  record('unknown-entity', development('FineImposed', { authority: 'samrr', party: 'alibaba' })),
  record('unknown-matter', fined({ matter: 'alibaba-anti-trust' })),
  record('unknown-development', development('FineChanged', { fine: NOBODY, annulled: true })),
  record('contradictory-timing', (told) =>
    development('FineChanged', { fine: fineId(told), annulled: true }, { when: '2020' }),
  ),
  record('timing-limit', (told) => fined({ timing: Array.from({ length: 33 }, () => ({ after: fineId(told) })) })),
  problem('rate-limited', 'getState', get('/v1/state'), { hurry: true }),
  problem('internal-error', 'putMatter', send('PUT', '/v1/matters/alibaba-antitrust', { title: 'Alibaba' }), {
    append: new Error('a defect'),
  }),
  problem('log-unavailable', 'putMatter', send('PUT', '/v1/matters/alibaba-antitrust', { title: 'Alibaba' }), {
    log: new LogUnavailable('the log can not be read: disk I/O error'),
  }),
  problem('views-behind', 'getState', get('/v1/state?minPosition=1000000')),
  problem('projection-parked', 'getState', get('/v1/state?asOf=2021-09-15'), {
    parked: [{ projection: 'facts', position: 40, error: 'this version does not know events of type MergerCleared' }],
  }),
  problem('issuer-unavailable', 'getState', get('/v1/state', { authorization: 'Bearer a.reader.token' }), {
    tokens: OUT_OF_REACH,
  }),
  { operation: 'importLines', name: 'source', request: (told) => imported([sourceOf(told, 'The decision')]) },
  problem('stale-line', 'importLines', (told) =>
    imported([sourceOf(told, 'A report'), sourceOf(told, 'The decision')]),
  ),
];
