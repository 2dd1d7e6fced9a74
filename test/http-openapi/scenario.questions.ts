import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import { LogUnavailable } from '../../src/event-store/errors.js';
import { ASSISTANT } from './scenario.assistant.js';
import { fine, fineId } from './scenario.commands.js';
import { get, type Step, send } from './scenario.js';

const SEPTEMBER = 'matter=platform-interoperability&from=2021-09-01&to=2021-09-30';

/** One item of each list. */
const firstOfEach = (body: JsonValue): JsonValue =>
  Object.fromEntries(
    Object.entries(body as JsonObject).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, 1) : value]),
  );

const linksBlockedAgain = (from: string, ref: string): JsonObject => ({
  ref,
  kind: 'LinksBlocked',
  title: 'Links are blocked again',
  when: '2021-09',
  details: { from, to: ['taobao'] },
});

export const QUESTIONS: readonly Step[] = [
  {
    operation: 'getState',
    name: 'links',
    summary: 'Which links WeChat blocked on 15 September 2021',
    request: get('/v1/state?asOf=2021-09-15&entity=wechat&predicate=links'),
  },
  {
    operation: 'getState',
    name: 'fines-as-known-before',
    summary: 'What Alibaba had been fined by 5 April 2021, as known before the day of the fine was',
    request: get(
      ({ fine }) => `/v1/state?asOf=2021-04-05&entity=alibaba&predicate=penalty&knownAt=position:${fine?.position}`,
    ),
  },
  {
    operation: 'getState',
    name: 'page',
    summary: 'The first page of everything',
    request: get('/v1/state?asOf=2021-09-15&limit=2'),
  },
  {
    operation: 'getFact',
    name: 'possible',
    summary: 'Did WeChat block links to Taobao on 15 September 2021?',
    request: get('/v1/facts/links:wechat:taobao?asOf=2021-09-15'),
  },
  {
    operation: 'getFact',
    name: 'definite',
    summary: 'Did Youku accept WeChat Pay by October 2021?',
    request: get('/v1/facts/payment:youku:wechat-pay?asOf=2021-10-01'),
  },
  {
    operation: 'getFact',
    name: 'unrecorded',
    summary: 'What nobody wrote down',
    request: get('/v1/facts/payment:youku:alipay?asOf=2021-10-01'),
  },
  {
    operation: 'explainFact',
    name: 'links',
    summary: 'Why WeChat may or may not have blocked links to Taobao on 15 September 2021',
    request: get('/v1/facts/links:wechat:taobao/why?asOf=2021-09-15'),
  },
  {
    operation: 'getFactTimeline',
    name: 'links',
    summary: 'Since when WeChat blocked links to Taobao, and since when it did not',
    request: get('/v1/facts/links:wechat:taobao/timeline'),
  },
  {
    operation: 'getFactHistory',
    name: 'one-day',
    summary: 'What was believed of 15 September 2021, and when',
    request: get('/v1/facts/links:wechat:taobao/history?from=2021-09-15&to=2021-09-15'),
  },
  {
    operation: 'getDiff',
    name: 'two-days',
    summary: 'What became of links between 9 September and 1 October 2021',
    request: get('/v1/state/diff?from.asOf=2021-09-09&to.asOf=2021-10-01&entity=taobao&predicate=links'),
  },
  {
    operation: 'getDiff',
    name: 'two-moments',
    summary: 'What the correction of the fine taught about 5 April 2021',
    request: get(
      ({ fine }) => `/v1/state/diff?to.asOf=2021-04-05&from.knownAt=position:${fine?.position}&predicate=penalty`,
    ),
  },
  {
    operation: 'getChanges',
    name: 'since-the-fine',
    summary: 'What is another answer since the fine was recorded',
    request: get(({ fine }) => `/v1/state/changes?since=${fine?.position}&asOf=2021-04-05&entity=alibaba`),
  },
  {
    operation: 'getInteroperability',
    name: 'apple',
    summary: 'Means of payment at Apple',
    request: get('/v1/interoperability?asOf=2021-09-15&matter=apple-in-china'),
  },
  {
    operation: 'supposeCommands',
    name: 'fine-corrected',
    summary: 'What would be another answer about 5 April 2021 if the fine were dated to 3 April',
    request: send('POST', '/v1/what-if', (told) => ({
      asOf: '2021-04-05',
      commands: [
        {
          correction: {
            of: fineId(told),
            changes: { when: '2021-04-03' },
            reason: 'A paper says it was on a Saturday.',
          },
        },
      ],
    })),
  },
  {
    operation: 'supposeCommands',
    name: 'links',
    summary: 'A development that would be warned of, one that would be refused, and a fact as it would be',
    request: send('POST', '/v1/what-if', {
      asOf: '2021-09-15',
      commands: [
        { development: linksBlockedAgain('wechat', 'blocked-again') },
        { development: linksBlockedAgain('wechatt', 'misspelled') },
      ],
      queries: [{ fact: { fact: 'links:wechat:taobao' } }, { fact: { fact: 'links:wechatt:taobao' } }],
    }),
  },
  {
    operation: 'getTimeline',
    name: 'september',
    summary: 'September 2021, the latest first, one at a time',
    request: get(`/v1/timeline?${SEPTEMBER}&order=desc&limit=1`),
  },
  {
    operation: 'getTimeline',
    name: 'search',
    summary: 'Developments that speak of links, or name what does, and name WeChat by its Chinese name',
    request: get(`/v1/timeline?q=${encodeURIComponent('links 微信')}&limit=1`),
  },
  {
    operation: 'getTimelineFeed',
    name: 'fines',
    summary: 'Fines, the one last recorded or changed first',
    request: get('/v1/timeline.atom?kind=FineImposed&limit=1'),
  },
  {
    operation: 'getCalendar',
    name: 'bans',
    summary: 'What was ahead in September 2020',
    request: get('/v1/calendar.ics?asOf=2020-09-01&kind=BanOrdered'),
  },
  {
    operation: 'getTimelineCsv',
    name: 'fines',
    summary: 'Fines',
    request: get('/v1/timeline.csv?kind=FineImposed'),
  },
  {
    operation: 'getStateCsv',
    name: 'links',
    summary: 'Which links WeChat blocked on 15 September 2021',
    request: get('/v1/state.csv?asOf=2021-09-15&entity=wechat&predicate=links'),
  },
  { operation: 'getDevelopment', name: 'fine', summary: 'The fine, as corrected', request: get(fine) },
  {
    operation: 'getDevelopmentHistory',
    name: 'fine',
    summary: 'How the fine came to be told that way',
    request: get((told) => `${fine(told)}/history`),
  },
  {
    operation: 'listEntities',
    name: 'authorities',
    summary: 'Two authorities',
    request: get('/v1/entities?type=authority&limit=2'),
  },
  { operation: 'getEntity', name: 'wechat', summary: 'WeChat', request: get('/v1/entities/wechat') },
  { operation: 'listMatters', name: 'matters', summary: 'One matter', request: get('/v1/matters?limit=1') },
  {
    operation: 'getMatter',
    name: 'interoperability',
    summary: 'One matter',
    request: get('/v1/matters/platform-interoperability'),
  },
  {
    operation: 'listKinds',
    name: 'kinds',
    summary: 'Here only the first of each',
    request: get('/v1/kinds'),
    shorten: firstOfEach,
  },
  {
    operation: 'listEvents',
    name: 'lines',
    summary: 'The event that recorded the fine',
    request: get(({ fine }) => `/v1/events?from=${fine?.position}&limit=1`),
  },
  {
    operation: 'listEvents',
    name: 'fines',
    summary: 'Fines as CloudEvents',
    request: get('/v1/events?types=FineImposed,FineChanged', { accept: 'application/cloudevents-batch+json' }),
  },
  {
    operation: 'streamEvents',
    name: 'first-event',
    summary: 'The first event; without `limit` it would go on',
    request: get('/v1/events/stream?limit=1', { 'last-event-id': '0' }),
  },
  {
    operation: 'replayLog',
    name: 'fine-corrected',
    summary: 'What the record of the fine and its correction changed, for 5 April 2021',
    request: get(({ fine }) => `/v1/replay?entity=alibaba&asOf=2021-04-05&from=${fine?.position}`),
  },
  {
    operation: 'listBackdated',
    name: 'changes',
    summary: 'What changed the past, one at a time: nothing was recorded so many days late',
    request: get('/v1/audit/backdated?days=9999999&limit=1'),
  },
  ...ASSISTANT,
  { operation: 'getLiveness', name: 'live', summary: 'It answers', request: get('/health/live') },
  {
    operation: 'getStarted',
    name: 'started',
    summary: 'It has caught up, and the log is out of reach now',
    request: get('/health/started'),
    faults: { log: new LogUnavailable('the log can not be read: disk I/O error') },
  },
  {
    operation: 'getStarted',
    name: 'starting',
    summary: 'It still catches up',
    request: get('/health/started'),
    faults: { starting: true },
  },
  { operation: 'getReadiness', name: 'ready', summary: 'It is ready', request: get('/health/ready') },
  {
    operation: 'getReadiness',
    name: 'unavailable',
    summary: 'The log is out of reach',
    request: get('/health/ready'),
    faults: { log: new LogUnavailable('the log can not be read: disk I/O error') },
  },
  {
    operation: 'getMetrics',
    name: 'requests',
    summary: 'Here only what is said of one of them',
    request: get('/metrics'),
    shorten: (body) => (String(body).match(/^# .*http_request_duration_seconds.*\n/gm) ?? []).join(''),
  },
  {
    operation: 'getOpenApi',
    name: 'document',
    summary: 'Here only how it begins',
    request: get('/openapi.json'),
    shorten: (body) => {
      const { openapi = null, info } = body as JsonObject;
      const { title = null } = info as JsonObject;
      return { openapi, info: { title } };
    },
  },
  {
    operation: 'getDocs',
    name: 'html',
    summary: 'Here only how it begins',
    request: get('/docs'),
    shorten: (body) => String(body).split('<title>')[0] ?? '',
  },
  {
    operation: 'getFact',
    name: 'fine',
    summary: 'The fine itself',
    request: get((told) => `/v1/facts/penalty:alibaba:${fineId(told)}?asOf=2021-09-15`),
  },
];
