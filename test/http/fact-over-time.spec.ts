import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { FactHistoryAnswer } from '../../src/state/course/fact-history.query.js';
import type { FactTimelineAnswer } from '../../src/state/course/fact-timeline.query.js';
import type { ValidSpan } from '../../src/state/course/valid-span.js';
import { CAST_SIZE, changed, links, meeting, recorded, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';

const KEY = 'links:wechat:taobao';

let client: Client;
let blocked: string;
let allowed: string;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  blocked = (await recorded(client, links('blocked', '[2011-09-01..2013-12-31]'))).id;
  const talks = await recorded(client, meeting('2021-09-09'));
  allowed = (await recorded(client, links('allowed', '2021-09'))).id;
  const timing = [{ after: talks.id, atLeast: 'P2D', atMost: 'P9D' }];
  await changed(client, allowed, 'corrections', { changes: { timing }, reason: 'A few days later.' });
  await changed(client, blocked, 'sources', { publisher: 'Another', title: 'Another' });
  await changed(client, allowed, 'retraction', { reason: 'Only a rumour.' });
});
afterAll(() => client.close());

const get = async <Body>(path: string): Promise<Body> => {
  const { status, body, text } = await client.get<Body>(path);
  if (status !== 200) throw new Error(text);
  return body;
};
const timeline = (parameters = ''): Promise<FactTimelineAnswer> => get(`/v1/facts/${KEY}/timeline?${parameters}`);
const history = (parameters = ''): Promise<FactHistoryAnswer> => get(`/v1/facts/${KEY}/history?${parameters}`);
const inShort = ({ from, to, value, values = [value ?? null] }: ValidSpan): string =>
  `${from} ${to} ${values.map(String).join(' or ')}`;

const UNRECORDED = '0001-01-01 2011-08-31 null';
const BEGINNING = [UNRECORDED, '2011-09-01 2013-12-30 blocked or null'];
const AT = {
  blocked: `position:${CAST_SIZE + 1}`,
  allowed: `position:${CAST_SIZE + 3}`,
  timed: `position:${CAST_SIZE + 4}`,
};

describe('the timeline of a fact', () => {
  it('covers the calendar from its first day to its last, with the grounds of each span', async () => {
    const { spans, ...answer } = await timeline(`knownAt=${AT.timed}`);
    expect(spans).toEqual([
      { from: '0001-01-01', to: '2011-08-31', certainty: 'unrecorded', because: [] },
      { from: '2011-09-01', to: '2013-12-30', certainty: 'possible', values: ['blocked', null], because: [blocked] },
      { from: '2013-12-31', to: '2021-09-10', certainty: 'definite', value: 'blocked', because: [blocked] },
      {
        from: '2021-09-11',
        to: '2021-09-17',
        certainty: 'possible',
        values: ['allowed', 'blocked'],
        because: [blocked, allowed],
      },
      { from: '2021-09-18', to: '9999-12-31', certainty: 'definite', value: 'allowed', because: [allowed] },
    ]);
    expect(answer).toMatchObject({ fact: KEY, predicate: 'links', subject: 'wechat', object: 'taobao', next: null });
  });

  it('is that of the position asked about', async () => {
    expect((await timeline(`knownAt=${AT.blocked}`)).spans.map(inShort)).toEqual([
      ...BEGINNING,
      '2013-12-31 9999-12-31 blocked',
    ]);
  });

  it('can be cut to some days, or one', async () => {
    const some = await timeline(`knownAt=${AT.timed}&from=2021-09-11&to=2021-09-20`);
    expect(some.spans.map(inShort)).toEqual([
      '2021-09-11 2021-09-17 allowed or blocked',
      '2021-09-18 2021-09-20 allowed',
    ]);
    const one = await timeline(`knownAt=${AT.timed}&from=2021-09-15&to=2021-09-15`);
    expect(one.spans.map(inShort)).toEqual(['2021-09-15 2021-09-15 allowed or blocked']);
  });

  it('is the same whatever day is asked about', async () => {
    const { asOf: _, ...one } = await timeline(`knownAt=${AT.timed}&asOf=2012-01-01`);
    const { asOf: __, ...other } = await timeline(`knownAt=${AT.timed}&asOf=2022-01-01`);
    expect(one).toEqual(other);
  });

  it('comes in pages that together are the whole', async () => {
    const whole = await timeline(`knownAt=${AT.timed}`);
    const pages = [await timeline(`knownAt=${AT.timed}&limit=2`)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await timeline(`cursor=${next}`));
    expect(pages.map(({ spans }) => spans.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap(({ spans }) => spans)).toEqual(whole.spans);
    const other = await client.get<Problem>(`/v1/facts/links:taobao:wechat/timeline?cursor=${pages[0]?.next}`);
    expect([other.status, other.body.code]).toEqual([400, 'invalid-parameter']);
  });

  it('of what nobody recorded is unrecorded from beginning to end', async () => {
    const { spans } = await get<FactTimelineAnswer>('/v1/facts/links:taobao:wechat/timeline');
    expect(spans).toEqual([{ from: '0001-01-01', to: '9999-12-31', certainty: 'unrecorded', because: [] }]);
  });

  it('can not end before it begins', async () => {
    for (const part of ['timeline', 'history']) {
      const { status, body } = await client.get<Problem>(`/v1/facts/${KEY}/${part}?from=2021-09-15&to=2021-09-14`);
      expect([status, body.code]).toEqual([400, 'invalid-parameter']);
      expect(body).toMatchObject({ errors: [{ pointer: '/from' }, { pointer: '/to' }] });
    }
  });
});

describe('the history of a fact', () => {
  const believed = ({ beliefs }: FactHistoryAnswer) =>
    beliefs.map(({ from, to, spans }) => [from, to, ...spans.map(inShort)]);
  const at = (more: number): string => String(CAST_SIZE + more);

  it('says for every position from 0 what was believed, and when that began', async () => {
    const answer = await history();
    expect(believed(answer)).toEqual([
      ['0', at(0), '0001-01-01 9999-12-31 null'],
      [at(1), at(2), ...BEGINNING, '2013-12-31 9999-12-31 blocked'],
      [
        at(3),
        at(3),
        ...BEGINNING,
        '2013-12-31 2021-08-31 blocked',
        '2021-09-01 2021-09-29 allowed or blocked',
        '2021-09-30 9999-12-31 allowed',
      ],
      [
        at(4),
        at(5),
        ...BEGINNING,
        '2013-12-31 2021-09-10 blocked',
        '2021-09-11 2021-09-17 allowed or blocked',
        '2021-09-18 9999-12-31 allowed',
      ],
      [at(6), at(6), ...BEGINNING, '2013-12-31 9999-12-31 blocked'],
    ]);
    const { body } = await client.get<{ recordedAt: string }>(`/v1/developments/${allowed}?knownAt=${AT.timed}`);
    expect(answer.beliefs.map(({ recordedAt }) => recordedAt)).toEqual([
      null,
      expect.any(String),
      expect.any(String),
      body.recordedAt,
      expect.any(String),
    ]);
  });

  it('of one day tells what was believed of that day alone', async () => {
    expect(believed(await history('from=2021-09-15&to=2021-09-15'))).toEqual([
      ['0', at(0), '2021-09-15 2021-09-15 null'],
      [at(1), at(2), '2021-09-15 2021-09-15 blocked'],
      [at(3), at(5), '2021-09-15 2021-09-15 allowed or blocked'],
      [at(6), at(6), '2021-09-15 2021-09-15 blocked'],
    ]);
  });

  it('ends with the position that the answer is given at', async () => {
    const { beliefs } = await history(`knownAt=${AT.blocked}`);
    expect(beliefs.at(-1)).toMatchObject({ from: at(1), to: at(1) });
  });

  it('comes in pages that together are the whole, while writes go on', async () => {
    const knownAt = `knownAt=position:${at(6)}`;
    const whole = await history(knownAt);
    const pages = [await history(`${knownAt}&limit=2`)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      await recorded(client, links('allowed', '2023-01-01'));
      pages.push(await history(`cursor=${next}`));
    }
    expect(pages.map(({ beliefs }) => beliefs.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap(({ beliefs }) => beliefs)).toEqual(whole.beliefs);
  });
});

describe('a long history', () => {
  const MONTHS = 60;

  it('comes in shorter pages, and lets others be answered in between', async () => {
    const fact = 'links:taobao:wechat';
    const months = Array.from({ length: MONTHS }, (_, index) => {
      return `${2010 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    });
    await client.import(
      months.map((when, index) => {
        const kind = index % 2 === 0 ? 'LinksBlocked' : 'LinksUnblocked';
        return { development: { kind, title: when, when, details: { from: 'taobao', to: ['wechat'] } } };
      }),
    );
    let answered = 0;
    let over = false;
    const meanwhile = (async () => {
      for (; !over; answered++) await client.get('/health/live');
    })();
    const pages = [await get<FactHistoryAnswer>(`/v1/facts/${fact}/history?limit=1000`)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      pages.push(await get(`/v1/facts/${fact}/history?cursor=${next}`));
    }
    over = true;
    await meanwhile;
    expect(answered).toBeGreaterThan(pages.length);
    expect(pages.length).toBeGreaterThan(2);
    const beliefs = pages.flatMap((page) => page.beliefs);
    expect(beliefs).toHaveLength(MONTHS + 1);
    expect(beliefs.slice(1).map(({ from }) => Number(from))).toEqual(
      beliefs.slice(0, -1).map(({ to }) => Number(to) + 1),
    );
    for (const { beliefs } of pages) {
      const spans = beliefs.slice(0, -1).reduce((sum, belief) => sum + belief.spans.length, 0);
      expect(spans).toBeLessThanOrEqual(500);
    }
  });
});

describe('what is asked of a fact', () => {
  it.each(['why', 'timeline', 'history'])(
    'by %s can be asked again, byte for byte, with the coordinates of the answer',
    async (part) => {
      const { text, body } = await client.get<FactTimelineAnswer>(`/v1/facts/${KEY}/${part}`);
      const again = `asOf=${body.asOf}&knownAt=position:${body.knownAt.position}`;
      const repeated = await client.get(`/v1/facts/${KEY}/${part}?${again}`);
      expect(repeated.text).toBe(text);
      expect(repeated.headers.get('cache-control')).toContain('max-age');
      const unchanged = await client.get(`/v1/facts/${KEY}/${part}?${again}`, {
        'if-none-match': repeated.headers.get('etag') ?? '',
      });
      expect(unchanged.status).toBe(304);
    },
  );
});
