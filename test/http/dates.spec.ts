import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { FactAnswer } from '../../src/state/fact.query.js';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { changed, corrected, fine, fineChange, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const read = async (id: string): Promise<DevelopmentAnswer> =>
  (await client.get<DevelopmentAnswer>(`/v1/developments/${id}`)).body;
const fact = async (key: string, asOf: string): Promise<FactAnswer> =>
  (await client.get<FactAnswer>(`/v1/facts/${key}?asOf=${asOf}`)).body;
const refusal = async (path: string, body: object): Promise<Problem> => (await client.post<Problem>(path, body)).body;

describe('an open late end', () => {
  it.each([
    ['[2021-09..]', '2021-09-01'],
    ['[2021..]', '2021-01-01'],
    ['[2021-09-15..]', '2021-09-15'],
  ])('is closed on the record day, both ends as days: %s', async (when, first) => {
    const { id, recordedAt } = await recorded(client, meeting(when));
    const day = recordedAt.slice(0, 10);
    expect(await read(id)).toMatchObject({ when: `[${first}..${day}]`, earliest: first, latest: day });
  });

  it('is closed at the end of the calendar where the first day is later than the record day', async () => {
    const { id } = await recorded(client, meeting('[2999-06..]'));
    expect((await read(id)).when).toBe('[2999-06-01..9999-12-31]');
  });

  it('of effective, inForce and from is closed at the end of the calendar', async () => {
    const ban = await recorded(client, {
      kind: 'BanOrdered',
      title: 'A ban',
      when: '2020-08-06',
      details: { authority: 'us-president', jurisdiction: 'us', services: ['wechat'], effective: '[2020-09-15..]' },
    });
    expect((await read(ban.id)).details.effective).toBe('[2020-09-15..9999-12-31]');
    const law = await recorded(client, {
      kind: 'InstrumentIssued',
      title: 'A law',
      when: '2021-08-20',
      details: {
        authority: 'miit',
        instrument: 'personal-information-law',
        subjects: ['data'],
        inForce: '[2021-11..]',
      },
    });
    expect((await read(law.id)).details.inForce).toBe('[2021-11-01..9999-12-31]');
    const note = await recorded(
      client,
      noted('2021', [{ predicate: 'mood', subject: 'wechat', value: 'good', from: '[2021..]' }]),
    );
    expect((await read(note.id)).details.effects).toMatchObject([{ from: '[2021-01-01..9999-12-31]' }]);
    expect((await fact('availability:wechat:us', '2100-01-01')).values).toEqual(['ban-ordered', 'banned']);
  });

  it('of a publication date is closed too', async () => {
    const sources = [{ publisher: 'a', title: 'b', publishedOn: '[2021..]' }];
    const { id, recordedAt } = await recorded(client, meeting('2021', { sources }));
    const closed = { publishedOn: `[2021-01-01..${recordedAt.slice(0, 10)}]` };
    expect((await read(id)).sources).toMatchObject([closed]);
    await changed(client, id, 'sources', { publisher: 'c', title: 'd', publishedOn: '[2021..]' });
    expect((await read(id)).sources).toMatchObject([closed, closed]);
  });

  it('stays as it was closed when something else is corrected, and is closed anew when it is stated anew', async () => {
    const { id } = await recorded(client, meeting('[2021-09..]'));
    const { when } = await read(id);
    await corrected(client, id, { title: 'Other' });
    expect((await read(id)).when).toBe(when);
    const { recordedAt } = await corrected(client, id, { when: '[2021-08..]' });
    expect((await read(id)).when).toBe(`[2021-08-01..${recordedAt.slice(0, 10)}]`);
  });

  it('is the only thing about a date that is not stored as it was written', async () => {
    for (const when of [
      '2021',
      '2021-09',
      '2021-09-XX',
      '202X',
      '2021-34',
      '2021-41',
      '2021-09-15~',
      '2021?',
      '2021%',
    ]) {
      const { id } = await recorded(client, meeting(when));
      expect((await read(id)).when).toBe(when);
    }
    for (const when of ['[2021-09-01..2021-09-15]', '[2021..2022]', '[..2021-09]', '[2021..2021]']) {
      const { id } = await recorded(client, meeting(when));
      expect((await read(id)).when).toBe(when);
    }
  });
});

describe('a date in another form', () => {
  it.each([
    ['2021-01-01/2021-02-01', '[2021-01-01..2021-02-01]'],
    ['2021-21', '2021-0'],
    ['2021-09-15T12:00:00Z', '2021-09-15'],
    ['{2021,2022}', '['],
    ['-0044-03-15', ''],
    ['Y12021', ''],
    ['[2021-01..2021-02-15]', ''],
    ['[2022..2021]', ''],
    ['2021-02-30', ''],
    ['15.09.2021', ''],
  ])('is refused with what to write instead: %s', async (when, proposal) => {
    const { code, errors } = await refusal('/v1/developments', meeting(when));
    expect(code).toBe('invalid-development');
    expect(errors).toMatchObject([{ pointer: '/when', detail: expect.stringContaining(proposal) }]);
  });
});

describe('an effect that is said to hold from before its development', () => {
  const ban = (details: object): object => ({
    kind: 'BanOrdered',
    title: 'A ban',
    when: '2020-08-06',
    details: { authority: 'us-president', jurisdiction: 'us', services: ['alipay'], ...details },
  });

  it('is refused unless it is said to be retroactive, which is proposed', async () => {
    const { code, errors } = await refusal('/v1/developments', ban({ effective: '2020-08-05' }));
    expect(code).toBe('invalid-development');
    expect(errors).toMatchObject([{ pointer: '/details/effective', detail: expect.stringContaining('retroactive') }]);
  });

  it('is taken where its range reaches the day, and then never comes before it', async () => {
    const { id } = await recorded(client, ban({ effective: '[2020-08-01..2020-08-07]' }));
    expect((await fact('availability:alipay:us', '2020-08-05')).certainty).toBe('unrecorded');
    expect((await fact('availability:alipay:us', '2020-08-06')).values).toEqual(['ban-ordered', 'banned']);
    expect((await fact('availability:alipay:us', '2020-08-07')).value).toBe('banned');
    await changed(client, id, 'retraction', { reason: 'r' });
  });

  it('holds from then where it is retroactive, and nothing was announced', async () => {
    const { id } = await recorded(client, ban({ effective: '2020-08-01', retroactive: true }));
    expect((await fact('availability:alipay:us', '2020-07-31')).certainty).toBe('unrecorded');
    expect((await fact('availability:alipay:us', '2020-08-01')).value).toBe('banned');
    expect((await fact('availability:alipay:us', '2020-08-06')).value).toBe('banned');
    const { code } = await refusal(`/v1/developments/${id}/corrections`, {
      changes: { details: { retroactive: null } },
      reason: 'r',
    });
    expect(code).toBe('invalid-development');
    await changed(client, id, 'retraction', { reason: 'r' });
  });

  it('is refused by a correction that moves the development past it', async () => {
    const { id } = await recorded(client, ban({ effective: '2020-09-15' }));
    const body = { changes: { when: '2020-10-01' }, reason: 'r' };
    const { code, errors } = await refusal(`/v1/developments/${id}/corrections`, body);
    expect(code).toBe('invalid-development');
    expect(errors).toMatchObject([{ pointer: '/changes/details/effective' }]);
    await changed(client, id, 'retraction', { reason: 'r' });
  });

  it('needs a date to be retroactive to', async () => {
    const { errors } = await refusal('/v1/developments', ban({ retroactive: true }));
    expect(errors).toMatchObject([{ pointer: '/details/effective' }]);
    const not = await refusal('/v1/developments', ban({ effective: '2020-09-01', retroactive: false }));
    expect(not.errors).toMatchObject([{ pointer: '/details/retroactive' }]);
  });

  it('is free where it is a "from"', async () => {
    const effects = [{ predicate: 'mood', subject: 'alipay', value: 'bad', from: '1999-01-01' }];
    await recorded(client, noted('2021', effects));
    expect((await fact('mood:alipay', '1999-01-01')).value).toBe('bad');
  });
});

describe('a change of a fine', () => {
  const impose = async (when: string): Promise<string> => (await recorded(client, fine('alibaba', when, usd('5')))).id;
  const correct = (id: string, when: string): Promise<Problem> =>
    refusal(`/v1/developments/${id}/corrections`, { changes: { when }, reason: 'r' });

  it('is never before its fine: not recorded so', async () => {
    const id = await impose('2021-04');
    expect((await refusal('/v1/developments', fineChange(id, '2021-03-31', usd('1')))).code).toBe(
      'contradictory-timing',
    );
    await recorded(client, fineChange(id, '2021-04-01', usd('1')));
    await recorded(client, fineChange(id, '[2021-01-01..2021-04-01]', usd('2')));
  });

  it('is never before its fine: neither is corrected so', async () => {
    const id = await impose('2021-04');
    const { id: change } = await recorded(client, fineChange(id, '2021-05', usd('1')));
    expect((await correct(change, '2021-03')).code).toBe('contradictory-timing');
    expect((await correct(id, '2021-06')).code).toBe('contradictory-timing');
    await corrected(client, id, { when: '2021-05-31' });
    expect((await correct(change, '2021-05-30')).code).toBe('contradictory-timing');
  });

  it('is never before its fine: neither is reinstated so', async () => {
    const id = await impose('2021-04');
    const { id: change } = await recorded(client, fineChange(id, '2021-05', usd('1')));
    await changed(client, change, 'retraction', { reason: 'r' });
    await corrected(client, id, { when: '2022' });
    const reinstatement = { reason: 'r' };
    expect((await refusal(`/v1/developments/${change}/reinstatement`, reinstatement)).code).toBe(
      'contradictory-timing',
    );
    await changed(client, id, 'retraction', { reason: 'r' });
    await changed(client, change, 'reinstatement', reinstatement);
    expect((await refusal(`/v1/developments/${id}/reinstatement`, reinstatement)).code).toBe('contradictory-timing');
    await corrected(client, change, { when: '2023' });
    await changed(client, id, 'reinstatement', reinstatement);
  });

  it('is of a fine, not of anything else', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const { code, errors } = await refusal('/v1/developments', fineChange(id, '2021', usd('1')));
    expect([code, errors]).toMatchObject(['invalid-development', [{ pointer: '/details/fine' }]]);
  });

  it('of a retracted fine is recorded, and says nothing until the fine is reinstated', async () => {
    const id = await impose('2021-04-01');
    await changed(client, id, 'retraction', { reason: 'r' });
    const { id: change } = await recorded(client, fineChange(id, '2021-05-01', usd('1')));
    const penalty = `penalty:alibaba:${id}`;
    expect((await fact(penalty, '2021-06-01')).certainty).toBe('unrecorded');
    await changed(client, id, 'reinstatement', { reason: 'r' });
    expect(await fact(penalty, '2021-06-01')).toMatchObject({ value: usd('1'), because: [change] });
    await corrected(client, change, { details: { amount: null, annulled: true } });
    expect((await fact(penalty, '2021-06-01')).value).toBe('annulled');
  });

  it("sets the fact of the fine's party, also after that is corrected", async () => {
    const id = await impose('2021-04-01');
    await recorded(client, fineChange(id, '2021-05-01', usd('1')));
    const { position } = await corrected(client, id, { details: { party: 'baidu' } });
    expect((await fact(`penalty:baidu:${id}`, '2021-06-01')).value).toEqual(usd('1'));
    expect((await fact(`penalty:alibaba:${id}`, '2021-06-01')).certainty).toBe('unrecorded');
    const before = `2021-06-01&knownAt=position:${Number(position) - 1}`;
    expect((await fact(`penalty:baidu:${id}`, before)).certainty).toBe('unrecorded');
    expect((await fact(`penalty:alibaba:${id}`, before)).value).toEqual(usd('1'));
  });

  it('can be said to be of another fine, and its fact goes with it', async () => {
    const [one, two] = [await impose('2021-04-01'), await impose('2021-04-02')];
    const { id: change } = await recorded(client, fineChange(one, '2021-05-01', usd('1')));
    await corrected(client, change, { details: { fine: two } });
    expect((await fact(`penalty:alibaba:${one}`, '2021-06-01')).value).toEqual(usd('5'));
    expect((await fact(`penalty:alibaba:${two}`, '2021-06-01')).value).toEqual(usd('1'));
    expect((await changed(client, one, 'retraction', { reason: 'r' })).referredBy).toEqual([]);
    expect((await changed(client, two, 'retraction', { reason: 'r' })).referredBy).toEqual([
      { id: change, role: 'fine' },
    ]);
  });

  it('recorded side by side with a correction that it contradicts is refused, or the fact says that they do', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await impose('2021-04-01');
      const [correction, change] = await Promise.all([
        client.post<Problem>(`/v1/developments/${id}/corrections`, { changes: { when: '2021-06-01' }, reason: 'r' }),
        client.post<Problem & { id: string }>('/v1/developments', fineChange(id, '2021-05-01', usd('1'))),
      ]);
      const answer = await fact(`penalty:alibaba:${id}`, '2021-07-01');
      if (correction.status === 200 && change.status === 201) {
        expect([...(answer.contradiction ?? [])].sort()).toEqual([id, change.body.id].sort());
      } else {
        expect([correction.body.code, change.body.code]).toContain('contradictory-timing');
        expect(answer).not.toHaveProperty('contradiction');
      }
    }
  });
});
