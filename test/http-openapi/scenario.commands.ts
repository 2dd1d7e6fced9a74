import type { JsonObject } from '../../src/event-store/canonical.js';
import { NDJSON_TYPE, type Step, send, type Told } from './scenario.js';
import { sampleLines } from './stage.js';

const LINES = sampleLines();

const lineWith = (text: string): string => {
  const line = LINES.find((each) => each.includes(text));
  if (line === undefined) throw new Error(`the sample has no line with ${text}`);
  return line;
};

/** What a line of the sample states, without the name it has there. */
const stated = (member: 'entity' | 'matter' | 'development', text: string): JsonObject => {
  const { slug: _, ref: __, ...body } = JSON.parse(lineWith(text))[member];
  return body;
};

const FINE = '"ref": "alibaba-fined"';
const MEETING = '"ref": "miit-guidance-meeting"';
const OPENED = '"ref": "wechat-opens-outside-links"';
/** What is recorded by itself, and what corrects it. */
const APART = [FINE, MEETING, OPENED, '"of": "wechat-opens-outside-links"'];
const [HEADER = ''] = LINES;
const ndjson = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

export const fineId = ({ fine }: Told): string => String(fine?.id);
export const fine = (told: Told): string => `/v1/developments/${fineId(told)}`;
export const twice = ({ twice }: Told): string => `/v1/developments/${twice?.id}`;

export const REGISTRATION: readonly Step[] = [
  {
    operation: 'putEntity',
    name: 'wechat',
    summary: 'WeChat is a service',
    request: send('PUT', '/v1/entities/wechat', stated('entity', '"slug": "wechat",')),
  },
  {
    operation: 'putMatter',
    name: 'platform-interoperability',
    summary: 'A matter is opened',
    request: send('PUT', '/v1/matters/platform-interoperability', stated('matter', '"slug": "platform-interop')),
  },
  {
    operation: 'importLines',
    name: 'four-lines',
    summary: 'Three lines are new, one is known already, one names a place that is not registered',
    request: () => ({
      method: 'POST',
      path: '/v1/import',
      headers: NDJSON_TYPE,
      body: ndjson([
        HEADER,
        lineWith('"slug": "cn",'),
        lineWith('"slug": "miit"'),
        lineWith('"slug": "alibaba",'),
        lineWith('"slug": "wechat",'),
        '{"entity": {"slug": "guizhou", "type": "place", "name": "Guizhou", "jurisdiction": "china"}}',
      ]),
    }),
  },
  // The rest line by line, so that it is recorded in the same order every time.
  ...LINES.slice(1)
    .filter((line) => !APART.some((apart) => line.includes(apart)))
    .map(
      (line, index): Step => ({
        operation: 'importLines',
        name: `line-${index}`,
        request: () => ({ method: 'POST', path: '/v1/import', headers: NDJSON_TYPE, body: ndjson([HEADER, line]) }),
      }),
    ),
];

const RECORD_FINE = send('POST', '/v1/developments', stated('development', FINE), {
  'idempotency-key': 'samr-fines-alibaba',
});

export const COMMANDS: readonly Step[] = [
  {
    operation: 'putEntity',
    name: 'of-china',
    summary: 'WeChat is of China',
    request: send('PUT', '/v1/entities/wechat', { ...stated('entity', '"slug": "wechat",'), jurisdiction: 'cn' }),
  },
  {
    operation: 'putMatter',
    name: 'as-it-was',
    summary: 'The same again changes nothing',
    request: send('PUT', '/v1/matters/platform-interoperability', stated('matter', '"slug": "platform-interop')),
  },
  { operation: 'recordDevelopment', name: 'fine', summary: 'Alibaba is fined', request: RECORD_FINE },
  {
    operation: 'recordDevelopment',
    name: 'fine-again',
    summary: 'The same with the same key: it is recorded once',
    request: RECORD_FINE,
  },
  {
    operation: 'recordDevelopment',
    name: 'meeting',
    summary: 'The ministry meets platform companies',
    request: send('POST', '/v1/developments', stated('development', MEETING)),
  },
  {
    operation: 'recordDevelopment',
    name: 'twice',
    request: send('POST', '/v1/developments', stated('development', MEETING)),
  },
  {
    operation: 'recordDevelopment',
    name: 'dated-by-another',
    summary: 'WeChat opens outside links, “a few days” after the meeting',
    request: send('POST', '/v1/developments', ({ meeting }) => ({
      ...stated('development', OPENED),
      when: '2021-09',
      timing: [{ after: String(meeting?.id), atLeast: 'P2D', atMost: 'P9D' }],
    })),
  },
  {
    operation: 'recordDevelopment',
    name: 'in-either-order',
    summary: 'It may have come before or after what is recorded of the same fact: there is a warning',
    request: send('POST', '/v1/developments', {
      kind: 'PaymentMethodAnnounced',
      title: 'WeChat Pay is announced for Youku',
      when: '[2021-09-21..2021-09-28]',
      details: { venues: ['youku'], method: 'wechat-pay' },
    }),
  },
  {
    operation: 'correctDevelopment',
    name: 'day-of-the-fine',
    summary: 'The day of the fine becomes known',
    request: send(
      'POST',
      (told) => `${fine(told)}/corrections`,
      {
        changes: { when: '2021-04-10' },
        reason: 'The decision is dated 10 April 2021.',
        cause: 'new-information',
      },
      { 'if-match': '"0"' },
    ),
  },
  {
    operation: 'addSource',
    name: 'second-source',
    summary: 'It was read elsewhere, too',
    request: send('POST', ({ meeting }) => `/v1/developments/${meeting?.id}/sources`, {
      publisher: 'Unnamed news site',
      title: "Alibaba to support rival Tencent's WeChat pay, here's what it means",
      language: 'en',
      sha256: '31c415c0857a23cb5311c2dc15dd257a0a28db79c1801ded0e62e4e54272a5c6',
    }),
  },
  {
    operation: 'retractDevelopment',
    name: 'recorded-twice',
    summary: 'The meeting was recorded twice',
    request: send('POST', (told) => `${twice(told)}/retraction`, {
      reason: 'The meeting was recorded twice.',
      cause: 'recording-error',
    }),
  },
];

export const REINSTATEMENT: Step = {
  operation: 'reinstateDevelopment',
  name: 'after-all',
  summary: 'It was right after all',
  request: send('POST', (told) => `${twice(told)}/reinstatement`, {
    reason: 'It was a meeting of its own.',
  }),
};
