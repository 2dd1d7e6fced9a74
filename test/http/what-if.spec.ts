import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import type { WhyAnswer } from '../../src/state/why/why.query.js';
import { changed, corrected, fine, fineChange, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';
import { AS_OF, ask, development, statuses, supposed } from '../what-if/asking.js';

let client: Client;
beforeEach(async () => {
  client = await start();
  await registerCast(client);
});
afterEach(() => client.close());

const LINKS = 'links:wechat:taobao';
const retraction = (of: string): object => ({ retraction: { of, reason: 'r' } });
const correction = (of: string, changes: object): object => ({ correction: { of, changes, reason: 'r' } });

describe('what would be', () => {
  it('tells, without a question, which facts the commands would change on the day, from what to what, and why', async () => {
    const { id } = await recorded(client, links('blocked', '2012'));
    await recorded(client, fine('alibaba', '2021-04', usd('5')));
    const { base, changes, asOf } = await supposed(client, [development(links('allowed', '2021-09-15'), 'new')]);
    expect(base.position).toBe(String(await client.head()));
    expect(asOf).toBe(AS_OF);
    expect(changes).toMatchObject({
      facts: [
        {
          fact: LINKS,
          before: { value: 'blocked', because: [id] },
          after: { value: 'allowed' },
          because: [{ kind: 'LinksUnblocked', how: [{ what: 'recorded', position: `${base.position}+1` }] }],
        },
      ],
      totals: [],
      more: false,
    });
  });

  it('is about the day asked about: what comes into force later changes nothing before', async () => {
    await recorded(client, links('blocked', '2012'));
    const more = { asOf: '2021-09-14', queries: [{ diff: { asOf: '2021-09-15' } }] };
    const { changes, answers } = await supposed(client, [development(links('allowed', '2021-09-15'))], more);
    expect(changes.facts).toEqual([]);
    expect(answers).toMatchObject([{ diff: { facts: [{ fact: LINKS }] } }]);
  });

  it('adds up fines anew, and those that were there too', async () => {
    await recorded(client, fine('alibaba', '2020', usd('7')));
    const commands = [development(fine('alibaba', '2021-04', usd('5')), 'f')];
    const { changes } = await supposed(client, commands);
    expect(changes.totals).toMatchObject([
      { subject: 'alibaba', before: { min: '7', max: '7' }, after: { min: '12' } },
    ]);
    const annulled = [...commands, development(fineChange('f', '2021-05', 'annulled'))];
    expect((await supposed(client, annulled)).changes.totals).toEqual([]);
  });

  it('takes refs of commands before, of earlier imports, and what is registered by the way', async () => {
    const [, earlier] = await client.import([
      { import: { dataset: 'd' } },
      development(fine('alibaba', '2020'), 'old'),
    ]);
    const answer = await supposed(client, [
      { import: { dataset: 'd' } },
      { entity: { slug: 'acme', type: 'company', name: 'Acme' } },
      { matter: { slug: 'acme-affair', title: 'Acme' } },
      development(fine('acme', '2021-04', usd('5'), { matter: 'acme-affair' }), 'f'),
      development(fineChange('f', '2021-05', usd('4')), 'g'),
      correction('f', { when: '2021-04-10' }),
      development(meeting('2021', { timing: [{ after: 'g', atLeast: 'P1D' }] })),
      retraction('old'),
      { source: { of: 'g', publisher: 'P', title: 'T' } },
      development(meeting('2022', { replaces: 'old' })),
    ]);
    expect(statuses(answer)).toEqual(['unchanged', ...Array.from({ length: 9 }, () => 'recorded')]);
    expect(answer.commands[7]?.id).toBe(earlier?.id);
    expect(answer.changes.facts.map(({ fact }) => fact.split(':')[1])).toEqual(['acme', 'alibaba']);
  });

  it('is the same again, for as long as nothing is recorded; the ids of what is supposed too', async () => {
    const { id } = await recorded(client, links('blocked', '2012'));
    const commands = [development(links('allowed', '2021')), development(links('allowed', '2021')), retraction(id)];
    const queries = [{ state: {} }, { why: { fact: LINKS } }, { timeline: {} }];
    const [one, other] = [await ask(client, commands, { queries }), await ask(client, commands, { queries })];
    const timeless = (text: string): string => text.replaceAll(/"recordedAt":"[^"]+"/g, '');
    expect(timeless(one.text)).toBe(timeless(other.text));
    expect(new Set(one.body.commands.map((each) => each.id)).size).toBe(3);
    expect(one.headers.get('etag')).toBeNull();
  });

  it('has supposed positions, which nobody can ask for', async () => {
    const { base, answers } = await supposed(client, [development(meeting('2021'))], { queries: [{ timeline: {} }] });
    const position = `${base.position}+1`;
    expect(answers).toMatchObject([{ timeline: { knownAt: { position }, developments: [{ position }] } }]);
    expect((await client.get(`/v1/state?knownAt=position:${encodeURIComponent(position)}`)).status).toBe(400);
    expect((await client.get(`/v1/state?minPosition=${encodeURIComponent(position)}`)).status).toBe(400);
  });

  it('is recorded by the clock: an open date ends today', async () => {
    const { answers, base } = await supposed(client, [development(meeting('[2021..]'))], {
      queries: [{ timeline: {} }],
    });
    const today = new Date().toISOString().slice(0, 10);
    expect(answers).toMatchObject([{ timeline: { developments: [{ latest: today }] } }]);
    expect(Date.parse(base.recordedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('has the warnings that recording it has', async () => {
    const { id } = await recorded(client, links('blocked', '2021-09'));
    const { id: gone } = await recorded(client, meeting('2020'));
    await changed(client, gone, 'retraction', { reason: 'r' });
    const bodies = [
      links('allowed', '2021-09-10', { timing: [{ after: gone }] }),
      links('allowed', '2021-09-20', { title: 'Once more' }),
    ];
    const { commands } = await supposed(
      client,
      bodies.map((body) => development(body)),
    );
    const corrections = await supposed(client, [
      correction(id, { when: '2021-09-XX' }),
      correction(id, { when: '2021' }),
    ]);
    const real = [(await recorded(client, bodies[0] as object)).warnings];
    const named = (warnings: unknown): unknown =>
      JSON.parse(JSON.stringify(warnings).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'));
    expect(real[0]?.map(({ code }) => code)).toEqual(['timing-void', 'order-unknown']);
    expect(commands[0]?.warnings).toEqual(real[0]);
    real.push((await recorded(client, bodies[1] as object)).warnings);
    expect(named(commands[1]?.warnings)).toEqual(named(real[1]));
    expect(corrections.commands.map(({ warnings }) => warnings)).toEqual([[], []]);
    expect((await corrected(client, id, { when: '2021' })).warnings).toHaveLength(2);
  });

  it('names who refers to what would be retracted, what is only supposed too', async () => {
    const { id } = await recorded(client, fine('alibaba', '2020', usd('7')));
    const { id: change } = await recorded(client, fineChange(id, '2020-05', usd('6')));
    const commands = [development(fineChange(id, '2020-06', usd('5')), 'g'), retraction(id)];
    const answer = await supposed(client, commands);
    expect(answer.commands[1]?.referredBy).toEqual([
      { id: change, role: 'fine' },
      { id: answer.commands[0]?.id, role: 'fine' },
    ]);
  });
});

describe('a question', () => {
  it('is answered by what would be: the state with its filters, a fact, why it is so, what happened', async () => {
    const { id } = await recorded(client, links('blocked', '2012', { matter: 'antitrust' }));
    const commands = [development(links('allowed', '2021-09', { matter: 'interoperability' }), 'new'), retraction(id)];
    const queries = [
      { state: { entity: 'taobao' } },
      { state: { matter: 'antitrust' } },
      { state: { asOf: '2021-09-10', predicate: 'links', limit: 1 } },
      { fact: { fact: LINKS } },
      { why: { fact: LINKS } },
      { factTimeline: { fact: LINKS, from: '2021-01-01', to: '2021-12-31' } },
      { timeline: { matter: 'interoperability' } },
      { timeline: { order: 'desc', include: 'retracted' } },
      { interoperability: {} },
      { fact: { fact: 'links:wechat:youku' } },
    ];
    const { answers, commands: done } = await supposed(client, commands, { queries });
    const because = [done[0]?.id];
    const allowed = { fact: LINKS, certainty: 'definite', value: 'allowed', because };
    expect(answers).toMatchObject([
      { state: { facts: [allowed], more: false } },
      { state: { facts: [], more: false } },
      { state: { asOf: '2021-09-10', facts: [{ values: ['allowed', null] }] } },
      { fact: allowed },
      { why: { ...allowed, assertions: [{ counts: 'definite' }], retracted: [{ id }] } },
      { factTimeline: { spans: [{ certainty: 'unrecorded' }, { certainty: 'possible' }, { value: 'allowed' }] } },
      { timeline: { developments: [{ id: done[0]?.id }] } },
      { timeline: { developments: [{ id: done[0]?.id }, { id, retracted: true }] } },
      {
        interoperability: {
          rows: [{ slug: 'wechat', name: 'wechat', cells: { 'links:taobao': { value: 'allowed' } } }],
        },
      },
      { fact: { certainty: 'unrecorded' } },
    ]);
  });

  it('about what the commands leave alone is answered as it is, with all that was ever said of it', async () => {
    const { id } = await recorded(client, links('blocked', '2012'));
    const because = { reason: 'r' };
    await changed(client, id, 'retraction', because);
    await changed(client, id, 'reinstatement', because);
    await corrected(client, id, { details: { to: ['youku'] } });
    await changed(client, id, 'retraction', because);
    const { answers } = await supposed(client, [development(meeting('2021'))], { queries: [{ why: { fact: LINKS } }] });
    const { body } = await client.get<WhyAnswer>(`/v1/facts/${LINKS}/why?asOf=${AS_OF}`);
    expect(body.retracted).toMatchObject([{ id }]);
    expect(answers).toMatchObject([{ why: { retracted: body.retracted, reason: body.reason } }]);
  });

  it('says what was searched, of what would come to be of a matter, too', async () => {
    const coverage = (through: string): object => ({
      kind: 'CoverageStated',
      title: 'All was looked through',
      when: '2022',
      details: { matter: 'interoperability', through },
    });
    const { id } = await recorded(client, coverage('2021-06-30'));
    const ofMatter = development(links('blocked', '2012', { matter: 'interoperability' }));
    const queries = [{ fact: { fact: LINKS } }, { timeline: { matter: 'interoperability' } }];
    const through = async (...more: readonly object[]): Promise<readonly unknown[]> => {
      const { answers } = await supposed(client, [ofMatter, ...more], { queries });
      return answers.map((each) => (Object.values(each)[0] as FactAnswer).coverage?.map((one) => one.through));
    };
    expect(await through()).toEqual([['2021-06-30'], ['2021-06-30']]);
    expect(await through(development(coverage('2021-12-31')))).toEqual([['2021-12-31'], ['2021-12-31']]);
    expect(await through(retraction(id))).toEqual([undefined, undefined]);
  });

  it('about a fact that nobody knows is answered by the problem, with near matches, and the others all the same', async () => {
    const queries = ['links:wechatt:taobao', 'linkz:wechat:taobao', 'links:acme:taobao'].map((fact) => ({
      fact: { fact },
    }));
    const { answers } = await supposed(
      client,
      [{ entity: { slug: 'acme', type: 'service', name: 'Acme' } }, development(links('blocked', '2012'))],
      { queries },
    );
    expect(answers).toMatchObject([
      { problem: { status: 404, code: 'unknown-fact', near: ['wechat'] } },
      { problem: { status: 404, code: 'unknown-fact', near: ['links'] } },
      { fact: { certainty: 'unrecorded' } },
    ]);
    const real = await client.get<object>('/v1/facts/links:wechatt:taobao');
    expect(answers[0]?.problem).toEqual(real.body);
  });

  it('with a limit says whether there is more', async () => {
    const effects = ['a', 'b', 'c'].map((value) => ({ predicate: `mood-${value}`, subject: 'wechat', value }));
    const queries = [{ state: { limit: 2 } }, { state: { limit: 3 } }, { state: { limit: 0 } }];
    const { answers } = await supposed(client, [development(noted('2021', effects))], { queries });
    expect(answers).toMatchObject([
      { state: { facts: [{}, {}], more: true } },
      { state: { facts: [{}, {}, {}], more: false } },
      { problem: { code: 'invalid-parameter', parameter: 'limit' } },
    ]);
    expect(answers[0]?.state).not.toHaveProperty('next');
  });
});

describe('what would be is not', () => {
  it('known to anybody: other questions are answered as before, byte for byte', async () => {
    const { id } = await recorded(client, links('blocked', '2012'));
    const head = await client.head();
    const paths = [
      `/v1/state?asOf=${AS_OF}`,
      `/v1/facts/${LINKS}/history`,
      '/v1/timeline',
      '/v1/events',
      '/v1/entities',
    ];
    const texts = () => Promise.all(paths.map(async (path) => (await client.get<StateAnswer>(path)).text));
    const before = await texts();
    const answer = await supposed(client, [
      { entity: { slug: 'acme', type: 'company', name: 'Acme' } },
      development(links('allowed', '2021'), 'new'),
      retraction(id),
    ]);
    expect(statuses(answer)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(await texts()).toEqual(before);
    expect(await client.head()).toBe(head);
    expect((await client.get(`/v1/developments/${answer.commands[1]?.id}`)).status).toBe(404);
  });

  it('disturbed by what others suppose or record meanwhile', async () => {
    const many = Array.from({ length: 8 }, (_, place) => place);
    const [answers] = await Promise.all([
      Promise.all(
        many.map((place) => supposed(client, [development(fine('alibaba', '2020', usd(`${1_000 * (place + 1)}`)))])),
      ),
      Promise.all(many.map(() => recorded(client, fine('alibaba', '2019', usd('1'))))),
    ]);
    const registered = (await client.head()) - many.length;
    for (const [place, { base, changes }] of answers.entries()) {
      const live = Number(base.position) - registered;
      const [total] = changes.totals ?? [];
      expect([changes.facts.length, total?.before?.min ?? '0', total?.after?.min]).toEqual([
        1,
        String(live),
        String(live + 1_000 * (place + 1)),
      ]);
    }
  });
});

describe('what would change nothing', () => {
  it('is not told as a change, whatever the order of the members that were sent', async () => {
    const { id } = await recorded(client, fine('alibaba', '2020-01-01', { currency: 'USD', value: '5' }));
    const { changes } = await supposed(client, [correction(id, { title: 'A better title' })]);
    expect(changes.facts.map(({ fact }) => fact)).not.toContain(`penalty:alibaba:${id}`);
  });
});

describe('many that are asked at once', () => {
  it('wait for their turn, and of more it is said when to ask again', async () => {
    // Each takes far longer than all of them take to arrive.
    const commands = Array.from({ length: 50 }, () => development(links('blocked', '2021')));
    const asked = Array.from({ length: 40 }, () => ask(client, commands));
    const answers = await Promise.all(asked);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('5');
  });

  it('are not worked out for those who have left', async () => {
    const commands = Array.from({ length: 100 }, () => development(links('blocked', '2021')));
    const leaving = Array.from({ length: 10 }, async () => {
      const left = new AbortController();
      const answer = fetch(`${client.url}/v1/what-if`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commands, queries: [{ state: {} }] }),
        signal: left.signal,
      }).catch(() => undefined);
      setTimeout(() => left.abort(), 20);
      await answer;
    });
    await Promise.all(leaving);
    expect((await ask(client, [development(links('blocked', '2021'))])).status).toBe(200);
  });
});
