import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { changed, corrected, fine, fineChange, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const REASON = { reason: 'It was wrong.' };

let client: Client;
const at: Record<string, string> = {};
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  await client.put('/v1/entities/wechat', {
    type: 'service',
    name: 'WeChat',
    names: { zh: '微信' },
    aliases: ['Weixin'],
  });
  await client.put('/v1/entities/wechat-pay', { type: 'service', name: 'WeChat Pay', names: { zh: '微信支付' } });
  await client.put('/v1/entities/alibaba', { type: 'company', name: 'Alibaba Group', names: { zh: '阿里巴巴' } });
  await recorded(client, links('blocked', '2012', { title: 'Links blocked', note: 'Größe und Straße' }));
  await recorded(client, meeting('2021-09-09', { title: 'Meeting', note: '工信部要求各平台开放链接' }));
  const venues = { venues: ['youku'], method: 'wechat-pay' };
  await recorded(client, { kind: 'PaymentMethodAccepted', title: 'Youku', when: '2021-09-28', details: venues });
  const { id } = await recorded(client, fine('alibaba', '2021-04', usd('5'), { title: 'Fine' }));
  await recorded(client, fineChange(id, '2021-05', usd('4'), { title: 'Half of it' }));
  const effects = [{ predicate: 'mood', subject: 'tencent', value: 'despondent' }];
  await recorded(client, noted('2022', effects, { title: 'Noted' }));
  at.told = String(await client.head());
});
afterAll(() => client.close());

async function found(q: string, parameters = ''): Promise<readonly string[]> {
  const { status, text, body } = await client.get<TimelineAnswer>(
    `/v1/timeline?q=${encodeURIComponent(q)}${parameters && `&${parameters}`}`,
  );
  if (status !== 200) throw new Error(`${status} ${text}`);
  return body.developments.map(({ title }) => title);
}

describe('a search of the timeline', () => {
  it.each([
    ['title', 'blocked', ['Links blocked']],
    ['note', 'grosse STRASSE', ['Links blocked']],
    ['details', 'link blocking', ['Meeting']],
    ['details', 'despondent', ['Noted']],
    ['the name of an entity', 'alibaba group', ['Fine', 'Half of it', 'Meeting']],
    ['an alias', 'weixin', ['Links blocked']],
    ['the slug', 'wechat-pay', ['Youku']],
    ['nothing', 'unheard', []],
  ])('finds words in %s: %s', async (_where, q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it.each([
    ['微信', ['Links blocked', 'Youku']],
    ['微信支付', ['Youku']],
    ['支付', ['Youku']],
    ['付', ['Youku']],
    ['巴巴', ['Fine', 'Half of it', 'Meeting']],
    ['平台开放', ['Meeting']],
    ['台平', []],
    ['平台 阿里', ['Meeting']],
  ])('finds Chinese by any characters that follow one another: %s', async (q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it.each([
    ['all of several words, one in its text and one in a name', 'fine alibaba', ['Fine']],
    ['words that begin like one of three letters or more', 'blo', ['Links blocked', 'Meeting']],
    ['a short word as it is', 'bl', []],
    ['words in quotes as they are', '"block"', []],
    ['words in quotes in a row', '"link blocking"', ['Meeting']],
    ['no other order of words in quotes', '"blocking link"', []],
    ['no words in quotes that stand in two texts', '"blocked grosse"', []],
    ['no words in quotes that stand in two names', '"group alibaba"', []],
  ])('finds %s', async (_what, q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('goes together with every other filter', async () => {
    expect(await found('alibaba', 'from=2021-05-01&to=2021-06-30')).toEqual(['Half of it']);
    expect(await found('alibaba', 'entity=tencent')).toEqual(['Meeting']);
    expect(await found('alibaba', 'kind=FineImposed')).toEqual(['Fine']);
    expect(await found('alibaba', 'matter=antitrust')).toEqual([]);
    expect(await found('alibaba', 'order=desc')).toEqual(['Meeting', 'Half of it', 'Fine']);
  });

  it.each([
    '🙂',
    '%00',
    '""',
    '%20',
    '',
    '*',
    `${'x'.repeat(201)}`,
    'w'.repeat(5_000),
    'a%20'.repeat(10) + '%22'.repeat(200),
  ])('is refused where there is nothing to look for or too much: %s', async (q) => {
    const { status, body } = await client.get<Problem>(`/v1/timeline?q=${q}`);
    expect([status, body.code, body.detail]).toEqual([400, 'invalid-parameter', expect.stringContaining('q')]);
  });

  it.each([
    'blocked AND',
    'NOT blocked',
    'blocked OR fine',
    'NEAR(blocked, 2)',
    'terms:blocked',
    '-blocked',
    '^blocked',
    'blocked*)',
    `blocked' OR '1'='1`,
    '"blocked',
    'blocked 🙂',
    'blocked\u0000',
  ])('takes nothing for an operator: %s', async (q) => {
    const { status } = await client.get(`/v1/timeline?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    expect((await found(q)).every((title) => title === 'Links blocked')).toBe(true);
  });
});

describe('a search at a position', () => {
  it('finds the names and words that were known then', async () => {
    const before = String(await client.head());
    await client.put('/v1/entities/alibaba', { type: 'company', name: 'Ali & Co' });
    const renamed = await client.head();
    expect(await found('group')).toEqual([]);
    expect(await found('"ali co"')).toEqual(['Fine', 'Half of it', 'Meeting']);
    expect(await found('group', `knownAt=position:${before}`)).toEqual(['Fine', 'Half of it', 'Meeting']);
    expect(await found('"ali co"', `knownAt=position:${before}`)).toEqual([]);
    expect(await found('blocked', 'knownAt=position:0')).toEqual([]);

    const { id } = await recorded(client, links('allowed', '2021-09-15', { title: 'Opened' }));
    await corrected(client, id, { title: 'Unlocked', note: 'Erratum' });
    expect(await found('opened')).toEqual([]);
    expect(await found('unlocked erratum')).toEqual(['Unlocked']);
    expect(await found('opened', `knownAt=position:${renamed + 1}`)).toEqual(['Opened']);
    expect(await found('unlocked', `knownAt=position:${renamed + 1}`)).toEqual([]);
    await changed(client, id, 'sources', { publisher: 'Another newspaper', title: 'Unlocked' });
    expect(await found('unlocked')).toEqual(['Unlocked']);
    await changed(client, id, 'retraction', REASON);
    expect(await found('unlocked')).toEqual([]);
    expect(await found('unlocked', 'include=retracted')).toEqual(['Unlocked']);
    await changed(client, id, 'reinstatement', REASON);
    expect(await found('unlocked')).toEqual(['Unlocked']);
  });

  it('finds a change of a fine by the party that the fine is of, however that is corrected', async () => {
    const { id } = await recorded(client, fine('alibaba', '2023', usd('9'), { title: 'Ninefold' }));
    await recorded(client, fineChange(id, '2023-05', usd('8'), { title: 'Eightfold' }));
    const before = await client.head();
    await corrected(client, id, { details: { party: 'baidu' } });
    expect(await found('eightfold baidu')).toEqual(['Eightfold']);
    expect(await found('eightfold ali')).toEqual([]);
    expect(await found('eightfold baidu', `knownAt=position:${before}`)).toEqual([]);
  });
});

describe('pages of a search', () => {
  it.each([
    ['few', 'rare', ''],
    ['many', 'common', ''],
    ['few, the latest first', 'rare', '&order=desc'],
    ['many of an entity', 'common', '&entity=baidu'],
  ])('give every item once while writes go on: %s', async (_what, q, more) => {
    const lines = Array.from({ length: 2_600 }, (_, index) => ({
      development: {
        ref: `${q}${more}${index}`,
        kind: 'StatementMade',
        title: `Common ${index % 100 === 0 ? 'rare' : ''} statement`,
        when: `20${10 + (index % 10)}-0${1 + (index % 9)}`,
        details: { party: index % 2 ? 'baidu' : 'tencent', about: 'links', gist: 'x' },
      },
    }));
    await client.import(lines);
    const path = `/v1/timeline?q=${q}${more}`;
    const { body: whole } = await client.get<TimelineAnswer>(`${path}&limit=1000`);
    const position = `position:${whole.knownAt.position}`;
    const limit = Math.ceil(whole.developments.length / 4);
    const told: string[] = [];
    let { body: page } = await client.get<TimelineAnswer>(`${path}&limit=${limit}&knownAt=${position}`);
    told.push(...page.developments.map(({ id }) => id));
    while (page.next !== null && told.length < 1_000) {
      const [first] = whole.developments;
      await corrected(client, first?.id ?? '', { title: `Other ${told.length}`, when: '2015-05-05' });
      await recorded(client, meeting('2012', { title: 'Common and rare' }));
      page = (await client.get<TimelineAnswer>(`/v1/timeline?cursor=${page.next}`)).body;
      told.push(...page.developments.map(({ id }) => id));
    }
    expect(told.slice(0, 1_000)).toEqual(whole.developments.map(({ id }) => id));
    expect(new Set(told).size).toBe(told.length);
  });

  it('are not those of another search', async () => {
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?q=common&limit=1');
    const { status } = await client.get<Problem>(`/v1/timeline?q=rare&cursor=${body.next}`);
    expect(status).toBe(400);
  });
});
