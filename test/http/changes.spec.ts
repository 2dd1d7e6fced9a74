import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangesAnswer } from '../../src/audit/changes.query.js';
import type { Problem } from '../../src/http/problem.js';
import { changed, corrected, fine, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

const LINKS = 'links:wechat:taobao';

let client: Client;
let blocked: string;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  ({ id: blocked } = await recorded(client, links('blocked', '2012', { matter: 'interoperability' })));
});
afterAll(() => client.close());

const changes = async (since: number | string, parameters = ''): Promise<ChangesAnswer> => {
  const { status, text, body } = await client.get<ChangesAnswer>(`/v1/state/changes?since=${since}${parameters}`);
  if (status !== 200) throw new Error(`${status} ${text}`);
  return body;
};
const keysOf = ({ facts }: ChangesAnswer): readonly string[] => facts.map(({ fact }) => fact);

describe('changes since a position', () => {
  it('are facts whose answer is another one, with the events that touched them and the position to ask from next', async () => {
    const since = await client.head();
    const { position, id } = await recorded(client, links('allowed', '2021-09-15'));
    const { position: retitled } = await corrected(client, id, { title: 'Opened' });
    const { position: moved } = await corrected(client, id, { when: '2021-09-16' });
    const answer = await changes(since);
    expect(answer).toMatchObject({ since: String(since), nextSince: moved, knownAt: { position: moved }, next: null });
    expect(answer.facts).toEqual([
      {
        fact: LINKS,
        predicate: 'links',
        subject: 'wechat',
        object: 'taobao',
        before: expect.objectContaining({ certainty: 'definite', value: 'blocked' }),
        after: expect.objectContaining({ certainty: 'definite', value: 'allowed' }),
        because: [
          {
            development: id,
            kind: 'LinksUnblocked',
            title: 'Opened',
            how: [position, moved].map((each, index) => ({
              what: index === 0 ? 'recorded' : 'corrected',
              position: each,
              recordedAt: expect.any(String),
            })),
          },
        ],
        positions: [position, moved],
      },
    ]);
    expect(retitled).not.toBe(moved);
    expect(keysOf(await changes(answer.nextSince))).toEqual([]);
  });

  it('are those on the day asked about', async () => {
    const since = await client.head();
    await recorded(client, noted('2015-06-01', [{ predicate: 'mood', subject: 'wechat', value: 'calm' }]));
    expect(keysOf(await changes(since, '&asOf=2015-05-31'))).toEqual([]);
    expect(keysOf(await changes(since, '&asOf=2015-06-01'))).toEqual(['mood:wechat']);
  });

  it('are net: what was changed there and back is none', async () => {
    const since = await client.head();
    await changed(client, blocked, 'retraction', { reason: 'r' });
    expect(keysOf(await changes(since, '&asOf=2020-01-01'))).toEqual([LINKS]);
    await changed(client, blocked, 'reinstatement', { reason: 'r' });
    expect(keysOf(await changes(since, '&asOf=2020-01-01'))).toEqual([]);
  });

  it('reach what leans on a date that moved', async () => {
    const met = await recorded(client, meeting('2020-03-01'));
    const timing = [{ after: met.id, atMost: 'P1D' }];
    await recorded(client, noted('2020-03', [{ predicate: 'talks', subject: 'youku', value: 'open' }], { timing }));
    const since = await client.head();
    await corrected(client, met.id, { when: '2020-03-20' });
    const { facts } = await changes(since, '&asOf=2020-03-10');
    expect(facts).toMatchObject([
      { fact: 'talks:youku', before: { value: 'open' }, after: { certainty: 'unrecorded' } },
    ]);
    expect(facts[0]?.because.map(({ development }) => development)).toEqual([met.id]);
  });

  it('can be asked for up to a position, and up to where they begin there are none', async () => {
    const since = await client.head();
    const { position } = await recorded(client, fine('tencent', '2021', usd('1')));
    await recorded(client, fine('tencent', '2021', usd('2')));
    expect((await changes(since, `&knownAt=position:${position}`)).facts).toHaveLength(1);
    expect((await changes(since, `&knownAt=position:${since}`)).facts).toHaveLength(0);
  });

  it('are filtered by entity and by matter', async () => {
    const whole = keysOf(await changes(0, '&asOf=2024-01-01'));
    expect(whole.length).toBeGreaterThan(3);
    expect(whole).toEqual([...whole].sort());
    const about = keysOf(await changes(0, '&asOf=2024-01-01&entity=wechat'));
    expect(about).toEqual(whole.filter((key) => key.split(':').slice(1).includes('wechat')));
    expect(keysOf(await changes(0, '&asOf=2024-01-01&matter=interoperability'))).toEqual([LINKS]);
  });

  it('come in pages, each fact once while writes go on', async () => {
    const whole = await changes(0, '&asOf=2024-01-01');
    const facts = [];
    for (let path = '/v1/state/changes?since=0&asOf=2024-01-01&limit=1'; path !== ''; ) {
      const { body } = await client.get<ChangesAnswer>(path);
      expect(body.facts.length).toBeLessThanOrEqual(1);
      expect([body.since, body.nextSince, body.knownAt]).toEqual(['0', whole.nextSince, whole.knownAt]);
      facts.push(...body.facts);
      await recorded(client, noted('2001', [{ predicate: 'a-first', subject: 'wechat', value: 'so' }]));
      path = body.next === null ? '' : `/v1/state/changes?cursor=${body.next}`;
    }
    expect(facts).toEqual(whole.facts);
  });

  it.each([
    ['', 'invalid-coordinate', 'since: write the position'],
    ['since=', 'invalid-coordinate', 'since: '],
    ['since=position:3', 'invalid-coordinate', 'since: '],
    ['since=-1', 'invalid-coordinate', 'since: '],
    ['since=999999', 'invalid-coordinate', 'since: the log ends'],
    ['since=5&knownAt=position:4', 'invalid-coordinate', 'since: 5 is later'],
    ['since=5&predicate=links', 'invalid-parameter', 'predicate'],
  ])('%j is refused', async (parameters, code, detail) => {
    const { status, body } = await client.get<Problem>(`/v1/state/changes?${parameters}`);
    expect([status, body.code, body.detail]).toEqual([400, code, expect.stringContaining(detail)]);
  });

  it('have an ETag of the position they are since', async () => {
    const tagOf = async (since: number): Promise<string | null> =>
      (await client.get(`/v1/state/changes?since=${since}&asOf=2021-01-01&knownAt=position:16`)).headers.get('etag');
    expect(await tagOf(3)).not.toBe(await tagOf(4));
    expect(await tagOf(3)).toBe(await tagOf(3));
  });
});
