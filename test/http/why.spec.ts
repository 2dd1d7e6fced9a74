import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { ExplainedAssertion, WhyAnswer } from '../../src/state/why/why.query.js';
import { changed, fine, fineChange, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const LINKS = 'links:wechat:taobao';

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(() => client.close());

const ask = async (key: string, parameters: string, of = client): Promise<WhyAnswer> => {
  const { status, body, text } = await of.get<WhyAnswer>(`/v1/facts/${key}/why?${parameters}`);
  if (status !== 200) throw new Error(text);
  return body;
};

/** Of each assertion its value, whether it counts, and why. */
const reasons = ({ assertions }: WhyAnswer): readonly string[] =>
  assertions.map(({ value, counts, reason }) => `${JSON.stringify(value)} ${counts}: ${reason}`);

/** A service of its own, in which these were recorded one after another; their ids. */
async function told(
  ...bodies: readonly ((ids: readonly string[]) => object)[]
): Promise<{ of: Client; ids: string[] }> {
  const of = await start();
  opened.push(of);
  await registerCast(of);
  const ids: string[] = [];
  for (const body of bodies) ids.push((await recorded(of, body(ids))).id);
  return { of, ids };
}
const opened: Client[] = [];
afterAll(async () => {
  for (const each of opened) await each.close();
});

describe("WeChat's links in September 2021, from the sample", () => {
  let sample: Client;
  beforeAll(async () => {
    sample = await start({ sample: true });
  });
  afterAll(() => sample.close());

  it('read well on the fifteenth, when either may be so', async () => {
    const why = await ask(LINKS, 'asOf=2021-09-15', sample);
    expect(why.reason).toBe(
      'open, for not all days are known exactly: by 2021-09-15, links had last been allowed, or last been blocked',
    );
    expect(reasons(why)).toEqual([
      '"blocked" possible: may have been superseded: from 2021-09-11 on, links may have been allowed',
      '"allowed" possible: may have happened by then: its day lies between 2021-09-11 and 2021-09-18',
    ]);
  });

  it('say in members, too, what came after, or may have', async () => {
    const followersOn = async (asOf: string): Promise<ExplainedAssertion['followers'] | undefined> =>
      (await ask(LINKS, `asOf=${asOf}`, sample)).assertions[0]?.followers;
    const allowed = {
      development: expect.objectContaining({ title: 'WeChat lets its users open outside links' }),
      value: 'allowed',
      earliest: '2021-09-11',
      latest: '2021-09-18',
      from: '2021-09-11',
    };
    expect(await followersOn('2021-09-15')).toEqual([allowed]);
    expect(await followersOn('2021-10-01')).toEqual([allowed]);
    expect(await followersOn('2021-09-01')).toEqual([]);
  });

  it('say which timing decided, with the other development and how far apart they were', async () => {
    const { assertions } = await ask(LINKS, 'asOf=2021-09-15', sample);
    const [blocked, allowed] = assertions as [ExplainedAssertion, ExplainedAssertion];
    expect(blocked).toMatchObject({ when: '[2011-09-01..2013-12-31]', timings: [] });
    expect(allowed).toMatchObject({ when: '2021-09', node: 'when', earliest: '2021-09-11', latest: '2021-09-18' });
    expect(allowed.timings).toEqual([
      {
        of: expect.objectContaining({ id: allowed.development.id, node: 'when' }),
        after: {
          id: expect.any(String),
          title: "China's industry ministry meets platform companies about link blocking",
          node: 'when',
          earliest: '2021-09-09',
          latest: '2021-09-09',
        },
        atLeast: 'P2D',
        atMost: 'P9D',
        decides: ['earliest', 'latest'],
        text:
          '"WeChat lets its users open outside links" came 2 to 9 days after ' +
          '"China\'s industry ministry meets platform companies about link blocking" (2021-09-09)',
      },
    ]);
  });

  it('read well before, and after', async () => {
    expect(reasons(await ask(LINKS, 'asOf=2021-10-01', sample))).toEqual([
      '"blocked" no: superseded: by 2021-09-18 at the latest, links had been allowed',
      '"allowed" definite: holds: by 2021-09-18 at the latest, links had been allowed, and nothing recorded had changed that',
    ]);
    const before = await ask(LINKS, 'asOf=2010-12-31', sample);
    expect(before.reason).toBe('unrecorded: nothing that is recorded of it can have happened by 2010-12-31');
    expect(reasons(before)[0]).toBe('"blocked" no: not yet: links cannot have been blocked before 2011-09-01');
    const during = await ask(LINKS, 'asOf=2012-06-01', sample);
    expect(during.reason).toMatch(/links had been blocked, or nothing of that had happened yet$/);
  });

  it('name the timing by which one was superseded', async () => {
    const { assertions } = await ask('obligation:tencent:stop-blocking-links', 'asOf=2021-10-01', sample);
    expect(assertions[0]).toMatchObject({
      value: 'ordered',
      counts: 'no',
      reason: 'superseded: by 2021-09-28 at the latest, compliance had been promised',
      timings: [
        { decides: ['counts'], text: expect.stringMatching(/^"Tencent says .* came no sooner than "China's /) },
      ],
    });
  });
});

describe('every assertion known about a fact', () => {
  it('is told with its development, value, bounds, sources and place in the log, by day', async () => {
    const { of, ids } = await told(
      () => links('allowed', '2021-09-20~', { title: 'Later' }),
      () => links('blocked', '[2021-09-01..2021-09-05]', { sources: [], title: 'Earlier' }),
    );
    const why = await ask(LINKS, 'asOf=2021-10-01', of);
    const fact = await of.get<FactAnswer>(`/v1/facts/${LINKS}?asOf=2021-10-01`);
    expect(why).toMatchObject(fact.body);
    const development = await of.get<{ position: string; recordedAt: string }>(`/v1/developments/${ids[1]}`);
    expect(why.assertions[0]).toEqual({
      development: {
        id: ids[1],
        kind: 'LinksBlocked',
        title: 'Earlier',
        summary: 'wechat blocked links to taobao',
        revision: 0,
      },
      value: 'blocked',
      node: 'when',
      when: '[2021-09-01..2021-09-05]',
      earliest: '2021-09-01',
      latest: '2021-09-05',
      counts: 'no',
      reason: 'superseded: by 2021-09-20, links had been allowed',
      followers: [
        {
          development: { id: ids[0], title: 'Later' },
          value: 'allowed',
          earliest: '2021-09-20',
          latest: '2021-09-20',
          from: '2021-09-20',
        },
      ],
      timings: [],
      sources: [],
      unsourced: true,
      position: development.body.position,
      recordedAt: development.body.recordedAt,
    });
    expect(why.assertions[1]).toMatchObject({ when: '2021-09-20~', sources: [{ publisher: 'A newspaper' }] });
    expect(why.assertions[1]).not.toHaveProperty('unsourced');
  });

  it('of two on one day the one recorded later counts, and the other says so', async () => {
    const { of } = await told(
      () => links('allowed', '2021-09-10'),
      () => links('blocked', '2021-09-10'),
    );
    expect(reasons(await ask(LINKS, 'asOf=2021-09-11', of))).toEqual([
      '"allowed" no: superseded on the same day, 2021-09-10: links had been blocked, and of two developments on one day the one recorded later counts',
      '"blocked" definite: holds: by 2021-09-10, links had been blocked, and nothing recorded had changed that',
    ]);
  });

  it('of two on one day the one told to come after the other counts, though it was recorded first', async () => {
    const { of, ids } = await told(
      () => links('allowed', '2021-09-10'),
      () => links('blocked', '2021-09-10'),
    );
    const timing = [{ after: ids[1] }];
    await changed(of, ids[0] as string, 'corrections', { changes: { timing }, reason: 'r' });
    expect(reasons(await ask(LINKS, 'asOf=2021-09-11', of))[0]).toBe(
      '"blocked" no: superseded on the same day, 2021-09-10: links had been allowed, and of two developments on one day the one that is told to come after the other counts',
    );
  });

  it('says that it may have happened, and may have been superseded since', async () => {
    const { of } = await told(
      () => links('blocked', '[2021-09-01..2021-09-20]'),
      () => links('allowed', '[2021-09-05..2021-09-25]'),
    );
    expect(reasons(await ask(LINKS, 'asOf=2021-09-10', of))).toEqual([
      '"blocked" possible: may have happened by then: its day lies between 2021-09-01 and 2021-09-20; and may have been superseded since: from 2021-09-05 on, links may have been allowed',
      '"allowed" possible: may have happened by then: its day lies between 2021-09-05 and 2021-09-25; and may have been superseded since: from 2021-09-06 on, links may have been blocked',
    ]);
    expect(reasons(await ask(LINKS, 'asOf=2021-10-01', of))).toEqual([
      '"blocked" possible: may have been superseded: by 2021-09-25 at the latest, links had been allowed, perhaps after it',
      '"allowed" possible: may have been superseded: by 2021-09-20 at the latest, links had been blocked, perhaps after it',
    ]);
  });

  it('of equal values says that it was so again', async () => {
    const { of } = await told(
      () => links('blocked', '2012'),
      () => links('blocked', '2013'),
    );
    expect(reasons(await ask(LINKS, 'asOf=2020-01-01', of))[0]).toBe(
      '"blocked" no: superseded: by 2013-12-31 at the latest, links had been blocked again',
    );
  });

  it('says what became of a fine, in amounts', async () => {
    const { of, ids } = await told(
      () => fine('alibaba', '2021-04', usd('2750000000')),
      ([id]) => fineChange(id as string, '2021-06', usd('1000.50')),
      ([id]) => fineChange(id as string, '2022-01-10', 'annulled'),
    );
    const key = `penalty:alibaba:${ids[0]}`;
    expect(reasons(await ask(key, 'asOf=2021-12-31', of))).toEqual([
      expect.stringMatching(/ no: superseded: by 2021-06-30 at the latest, the fine had come to 1,000.5 USD$/),
      expect.stringMatching(/ definite: holds: .*, the fine had come to 1,000.5 USD, and nothing/),
      '"annulled" no: not yet: the fine cannot have been annulled before 2022-01-10',
    ]);
    expect((await ask(key, 'asOf=2022-01-10', of)).reason).toBe('certain: by 2022-01-10, the fine had been annulled');
  });

  it('says of a predicate that users introduced what it had become', async () => {
    const pressure = (value: string) => [{ predicate: 'regulatory-pressure', subject: 'alibaba', value }];
    const { of } = await told(
      () => noted('2020-10', pressure('increased')),
      () => noted('2022-02', pressure('eased')),
    );
    expect(reasons(await ask('regulatory-pressure:alibaba', 'asOf=2023-01-01', of))).toEqual([
      '"increased" no: superseded: by 2022-02-28 at the latest, regulatory pressure had become "eased"',
      '"eased" definite: holds: by 2022-02-28 at the latest, regulatory pressure had become "eased", and nothing recorded had changed that',
    ]);
  });

  it('says of a date in the details which it is, how it is written, and what the announcement leaves of it', async () => {
    const { of } = await told(() => ({
      kind: 'BanOrdered',
      title: 'A ban',
      when: '2020-08-06',
      details: { authority: 'us-president', jurisdiction: 'us', services: ['wechat'], effective: '2020-08' },
    }));
    const { assertions } = await ask('availability:wechat:us', 'asOf=2020-08-10', of);
    expect(assertions[1]).toMatchObject({
      node: 'effective',
      when: '2020-08',
      earliest: '2020-08-06',
      timings: [
        { decides: ['earliest'], text: 'the effective date of "A ban" came no sooner than "A ban" (2020-08-06)' },
      ],
    });
  });

  it('is none once it is retracted; the retraction is listed, until it is taken back', async () => {
    const { of, ids } = await told(
      () => links('blocked', '2012-01-01'),
      () => links('allowed', '2021-09-18', { title: 'Rumour' }),
    );
    const id = ids[1] as string;
    const { position } = await changed(of, id, 'retraction', { reason: 'It was a rumour.' });
    const why = await ask(LINKS, 'asOf=2021-10-01', of);
    expect(why.assertions).toHaveLength(1);
    expect(why.retracted).toEqual([
      { id, kind: 'LinksUnblocked', title: 'Rumour', position, recordedAt: expect.any(String) },
    ]);
    const before = await ask(LINKS, `asOf=2021-10-01&knownAt=position:${Number(position) - 1}`, of);
    expect([before.assertions.length, before.retracted]).toEqual([2, []]);
    await changed(of, id, 'reinstatement', { reason: 'It was none.' });
    expect((await ask(LINKS, 'asOf=2021-10-01', of)).retracted).toEqual([]);
  });

  it('comes in pages, each with the whole fact', async () => {
    const { of } = await told(
      ...['2012', '2013-05', '2013', '2014', '2010-10'].map((when) => () => links('blocked', when)),
    );
    const whole = await ask(LINKS, 'asOf=2020-01-01', of);
    expect(whole.assertions.map(({ when }) => when)).toEqual(['2010-10', '2012', '2013', '2013-05', '2014']);
    const pages = [await ask(LINKS, 'asOf=2020-01-01&limit=2', of)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      await recorded(of, links('allowed', '2013-06'));
      pages.push(await ask(LINKS, `cursor=${next}`, of));
    }
    expect(pages.flatMap(({ assertions }) => assertions)).toEqual(whole.assertions);
    for (const page of pages) expect({ ...page, assertions: [], next: null }).toEqual({ ...whole, assertions: [] });
    const other = await of.get<Problem>(`/v1/facts/links:taobao:wechat/why?cursor=${pages[0]?.next}`);
    expect([other.status, other.body.code]).toEqual([400, 'invalid-parameter']);
  });
});

describe('a fact of which nothing is known', () => {
  it('says that this is not "no"', async () => {
    const { of } = await told(() => meeting('2021-09-09'));
    expect(await ask('payment:youku:alipay', 'asOf=2021-09-15', of)).toMatchObject({
      certainty: 'unrecorded',
      reason: 'unrecorded: nothing that was recorded speaks of it, which is not to say that nothing was so',
      assertions: [],
      retracted: [],
      next: null,
    });
  });

  it.each(['why', 'timeline', 'history'])(
    'is unknown to %s where an entity in it is, with near matches',
    async (part) => {
      const { of } = await told();
      const { status, body } = await of.get<Problem>(`/v1/facts/links:wechatt:taobao/${part}`);
      expect([status, body.code]).toEqual([404, 'unknown-fact']);
      expect(body).toMatchObject({ near: ['wechat'] });
    },
  );
});
