import type { Acknowledgement } from '../src/developments/writing.js';
import type { Client } from './service.js';

/** Who and what the tests speak of, as lines of an import. */
const CAST: readonly object[] = [
  ...entities('place', 'cn', 'us'),
  ...entities('authority', 'miit', 'samr', 'us-president'),
  ...entities('company', 'alibaba', 'tencent', 'baidu'),
  ...entities('service', 'wechat', 'taobao', 'youku', 'wechat-pay', 'alipay'),
  ...entities('directive', 'stop-blocking-links'),
  ...entities('instrument', 'personal-information-law'),
  { matter: { slug: 'interoperability', title: 'Opening the walled gardens' } },
  { matter: { slug: 'antitrust', title: 'Fines' } },
];

function entities(type: string, ...slugs: readonly string[]): readonly object[] {
  return slugs.map((slug) => ({ entity: { slug, type, name: slug } }));
}

/** Events that registering the cast takes. */
export const CAST_SIZE = CAST.length;

export async function registerCast(client: Client): Promise<void> {
  const results = await client.import(CAST);
  const summary = results.at(-1)?.summary;
  if (summary?.recorded !== CAST.length) throw new Error(JSON.stringify(results));
}

const SOURCE = { publisher: 'A newspaper', title: 'An article' };

/** Bodies of POST /v1/developments; `more` adds to the body or replaces parts of it. */
export const links = (value: 'blocked' | 'allowed', when: string, more: object = {}): object => ({
  kind: value === 'blocked' ? 'LinksBlocked' : 'LinksUnblocked',
  title: `WeChat: links to Taobao ${value}`,
  when,
  details: { from: 'wechat', to: ['taobao'] },
  sources: [SOURCE],
  ...more,
});

export const meeting = (when: string, more: object = {}): object => ({
  kind: 'GuidanceMeetingHeld',
  title: `A meeting, ${when}`,
  when,
  details: { authority: 'miit', attendees: ['alibaba', 'tencent'], topics: ['link blocking'] },
  sources: [SOURCE],
  ...more,
});

export const usd = (value: string): object => ({ value, currency: 'USD' });

/** Without an amount where it is unknown. */
export const fine = (party: string, when: string, amount?: object, more: object = {}): object => ({
  kind: 'FineImposed',
  title: `${party} is fined`,
  when,
  details: { authority: 'samr', party, ...(amount && { amount }) },
  sources: [SOURCE],
  ...more,
});

/** `change` is an amount, or `annulled`. */
export const fineChange = (of: string, when: string, change: object | 'annulled', more: object = {}): object => ({
  kind: 'FineChanged',
  title: 'The fine is changed',
  when,
  details: { fine: of, ...(change === 'annulled' ? { annulled: true } : { amount: change }) },
  sources: [SOURCE],
  ...more,
});

export const noted = (when: string, effects: readonly object[], more: object = {}): object => ({
  kind: 'DevelopmentNoted',
  title: 'Something is noted',
  when,
  details: { effects },
  sources: [SOURCE],
  ...more,
});

/** Records a development that is expected to be accepted. */
export async function recorded(client: Client, body: object): Promise<Acknowledgement> {
  const reply = await client.post<Acknowledgement>('/v1/developments', body);
  if (reply.status !== 201) throw new Error(`${reply.status} ${reply.text}`);
  return reply.body;
}

/** Does something to a development that is expected to be accepted: `corrections`, `retraction` … */
export async function changed(client: Client, id: string, how: string, body: object): Promise<Acknowledgement> {
  const reply = await client.post<Acknowledgement>(`/v1/developments/${id}/${how}`, body);
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
  return reply.body;
}

export const corrected = (client: Client, id: string, changes: object): Promise<Acknowledgement> =>
  changed(client, id, 'corrections', { changes, reason: 'It was otherwise.' });
