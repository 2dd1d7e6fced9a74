import { PROJECTIONS } from '../../projections/index.js';
import type { Subject } from '../../src/access/subject.js';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { LogUnavailable, RevisionConflict } from '../../src/event-store/errors.js';
import { Refusal } from '../../src/refusal.js';
import { type Asked, about, NOBODY, withBody, withHeaders, withQuery } from './asked.js';
import { document, operationNamed } from './conformity.js';
import * as commands from './provocations.of-commands.js';
import { type DocumentedParameter, resolved } from './read-document.js';
import type { Request } from './scenario.js';
import type { Faults } from './stage.js';

/** How an operation is brought to answer with a problem. */
export interface Provocation {
  readonly request: (asked: Asked) => Request | Promise<Request>;
  readonly faults?: Faults;
}

const asIs = ({ sound }: Asked): Request => sound;
const withToken = ({ sound }: Asked): Request => withHeaders(sound, { authorization: 'Bearer a.made-up.token' });
const newsdesk = (roles: Subject['roles']) => async () => ({ actor: 'newsdesk', roles, holds: () => true });
const outOfReach = async () => {
  throw new Refusal('issuer-unavailable', 'The keys of the token issuer can not be had just now.', { retryAfter: 5 });
};
/** A question that has to look into the log, and to wait until the views hold so much. */
export function lookingIntoTheLog(
  { operation, sound }: Pick<Asked, 'operation' | 'sound'>,
  knownAt = 'position:3',
): Request {
  const takes = (name: string) =>
    operationNamed(operation).parameters.some(
      (each) => (resolved(document, each) as DocumentedParameter).name === name,
    );
  if (takes('knownAt')) return withQuery(sound, { knownAt });
  if (takes('to.knownAt')) return withQuery(sound, { 'to.knownAt': knownAt });
  return operation === 'replayLog' ? withQuery(sound, { from: '1', to: '3' }) : sound;
}

const NO_DAY: Readonly<Record<string, (sound: Request) => Request>> = {
  getDiff: (sound) => withQuery(sound, { 'to.asOf': '2021-09' }),
  listEvents: (sound) => withQuery(sound, { from: 'the beginning' }),
  streamEvents: (sound) => withHeaders(sound, { 'last-event-id': 'the first' }),
  supposeCommands: (sound) => withBody(sound, { ...(sound.body as JsonObject), minPosition: 'the last' }),
};

/** Where a question of the scenario has one page. */
const MANY: Readonly<Record<string, Request>> = {
  getDiff: { method: 'GET', path: '/v1/state/diff?from.asOf=2021-01-01&to.asOf=2021-12-01' },
};

/** A cursor of the operation's own first page, but of another log. */
async function cursorOfAnotherLog({ operation, sound, ask }: Asked): Promise<Request> {
  const { body } = await ask(withQuery(MANY[operation] ?? sound, { limit: '1' }));
  const next = typeof body === 'string' ? cursorInFeed(body) : (body as JsonObject).next;
  if (typeof next !== 'string') throw new Error(`${operation} has one page`);
  const cursor = JSON.parse(Buffer.from(next, 'base64url').toString());
  const other = Buffer.from(JSON.stringify({ ...cursor, log: NOBODY })).toString('base64url');
  return { ...sound, path: `${sound.path.split('?')[0]}?cursor=${other}` };
}

const cursorInFeed = (xml: string): string | undefined => /rel="next"[^>]*cursor=([^"]+)/.exec(xml)?.[1];

/** By code. */
export const PROVOCATIONS: Readonly<Record<string, Provocation>> = {
  ...commands.PROVOCATIONS,
  unauthenticated: { request: asIs, faults: { tokens: newsdesk(['admin']) } },
  forbidden: { request: withToken, faults: { tokens: newsdesk([]) } },
  'issuer-unavailable': { request: withToken, faults: { tokens: outOfReach } },
  'rate-limited': { request: asIs, faults: { hurry: true } },
  'unexpected-host': { request: ({ sound }) => withHeaders(sound, { host: 'rebound.example.com' }) },
  'cross-origin': { request: ({ sound }) => withHeaders(sound, { origin: 'https://example.com' }) },
  'invalid-parameter': { request: ({ sound }) => withQuery(sound, { strange: '1' }) },
  'invalid-coordinate': {
    request: ({ operation, sound }) => (NO_DAY[operation] ?? ((each) => withQuery(each, { asOf: '2021-09' })))(sound),
  },
  'stale-cursor': { request: cursorOfAnotherLog },
  'malformed-request': { request: ({ sound }) => about(sound, '%zz') },
  'not-found': { request: ({ sound }) => about(sound, 'x'.repeat(1_001)) },
  'unknown-fact': { request: ({ sound }) => about(sound, 'links:wechatt:taobao') },
  'development-not-found': { request: ({ sound }) => about(sound, NOBODY) },
  'entity-not-found': { request: ({ sound }) => about(sound, 'wechatt') },
  'matter-not-found': { request: ({ sound }) => about(sound, 'platform-interop') },
  'malformed-json': { request: ({ sound }) => withBody(sound, '{"kind":') },
  'invalid-header': { request: ({ sound }) => withHeaders(sound, { 'x-correlation-id': 'two words' }) },
  'body-too-large': { request: ({ sound }) => withBody(sound, { note: 'x'.repeat(300_000) }) },
  'unsupported-media-type': { request: ({ sound }) => withHeaders(sound, { 'content-type': 'text/csv' }) },
  // Without a key a new development has an id that nobody else can have.
  'concurrent-change': { request: commands.keyed, faults: { append: new RevisionConflict('a stream', 0, 1) } },
  'internal-error': {
    request: (asked) => lookingIntoTheLog(asked),
    faults: { log: new Error('a defect'), views: new Error('a defect'), append: new Error('a defect') },
  },
  'log-unavailable': {
    // What the views hold of a position they tell without the log; which position an instant leads to, they don't.
    request: (asked) => lookingIntoTheLog(asked, '2000-01-01T00:00:00.000Z'),
    faults: { log: new LogUnavailable('the log can not be read: disk I/O error') },
  },
  'views-behind': {
    request: (asked) => (asked.sound.method === 'GET' ? lookingIntoTheLog(asked) : commands.comparedWithViews(asked)),
    faults: { behind: true },
  },
  'projection-parked': {
    request: asIs,
    faults: { parked: PROJECTIONS.map(({ name }) => ({ projection: name, position: 1, error: 'it is not known' })) },
  },
};
