import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { changed, corrected, fine, fineChange, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
const ids = new Map<string, string>();
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  for (const when of [
    '2021-09-10',
    '2021-09',
    '[2021-09-01..2021-09-20]',
    '2021-09-01',
    '2020',
    '[..2019]',
    '2021-09-10~',
    '202X',
  ]) {
    ids.set(when, (await recorded(client, meeting(when, { title: when }))).id);
  }
});
afterAll(() => client.close());

const titles = async (parameters = ''): Promise<readonly string[]> => {
  const { status, body } = await client.get<TimelineAnswer>(`/v1/timeline?${parameters}`);
  expect(status).toBe(200);
  return body.developments.map(({ title }) => title);
};

const IN_ORDER = [
  '[..2019]',
  '2020',
  '202X',
  '2021-09-01',
  '[2021-09-01..2021-09-20]',
  '2021-09',
  '2021-09-10',
  '2021-09-10~',
];

describe('the timeline', () => {
  it('is ordered by earliest day, latest day, then log order; desc is exactly the reverse', async () => {
    expect(await titles()).toEqual(IN_ORDER);
    expect(await titles('order=asc')).toEqual(IN_ORDER);
    expect(await titles('order=desc')).toEqual([...IN_ORDER].reverse());
  });

  it.each([
    ['from=2021-09-21', ['202X', '2021-09']],
    ['from=2021-09-20', ['202X', '[2021-09-01..2021-09-20]', '2021-09']],
    ['to=2019-12-31', ['[..2019]']],
    ['to=2020-01-01', ['[..2019]', '2020', '202X']],
    ['from=2020-12-31&to=2021-09-01', ['2020', '202X', '2021-09-01', '[2021-09-01..2021-09-20]', '2021-09']],
    ['from=2021-09-10&to=2021-09-10', ['202X', '[2021-09-01..2021-09-20]', '2021-09', '2021-09-10', '2021-09-10~']],
    ['from=2030-01-01', []],
    ['from=0001-01-01&to=0001-01-01', ['[..2019]']],
    ['from=0001-01-01&to=9999-12-31', IN_ORDER],
  ] as const)('with %s shows those whose range meets it', async (parameters, expected) => {
    expect(await titles(parameters)).toEqual(expected);
    expect(await titles(`${parameters}&order=desc`)).toEqual([...expected].reverse());
  });

  it('shows each development whole, in its version at knownAt', async () => {
    const id = ids.get('2020') as string;
    const { position } = await corrected(client, id, { when: '2022-01-01', title: 'moved' });
    expect((await titles()).at(-1)).toBe('moved');
    expect(await titles(`knownAt=position:${Number(position) - 1}`)).toEqual(IN_ORDER);
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?from=2022-01-01&to=2022-01-01&order=desc');
    expect(body.developments[0]).toMatchObject({
      id,
      revision: 1,
      kind: 'GuidanceMeetingHeld',
      title: 'moved',
      summary: 'miit met alibaba, tencent about link blocking',
      when: '2022-01-01',
      earliest: '2022-01-01',
      latest: '2022-01-01',
      timing: [],
      sources: [{ publisher: 'A newspaper' }],
      retracted: false,
      position,
    });
    await corrected(client, id, { when: '2020', title: '2020' });
    expect(await titles()).toEqual(IN_ORDER);
  });

  it('leaves out the retracted, unless they are asked for', async () => {
    const id = ids.get('2021-09') as string;
    await changed(client, id, 'retraction', { reason: 'r' });
    expect(await titles()).toEqual(IN_ORDER.filter((title) => title !== '2021-09'));
    expect(await titles('include=retracted')).toEqual(IN_ORDER);
    const { body } = await client.get<TimelineAnswer>('/v1/timeline?include=retracted');
    expect(body.developments.filter(({ retracted }) => retracted).map((each) => each.id)).toEqual([id]);
    await changed(client, id, 'reinstatement', { reason: 'r' });
    expect(await titles()).toEqual(IN_ORDER);
  });
});

describe('filters of the timeline', () => {
  beforeAll(async () => {
    const matter = 'interoperability';
    const of = (title: string, more = {}): object => ({ title, ...more });
    await recorded(client, links('blocked', '1990', of('L1', { matter })));
    await recorded(client, links('allowed', '1991', of('L2')));
    await recorded(client, fine('alibaba', '1992', usd('1'), of('F1', { matter: 'antitrust' })));
    await recorded(client, fine('baidu', '1993', usd('1'), of('F2', { matter: 'antitrust' })));
    await recorded(client, meeting('1994', of('M1', { matter })));
  });

  it.each([
    ['entity=wechat', ['L1', 'L2']],
    ['entity=taobao', ['L1', 'L2']],
    ['entity=samr', ['F1', 'F2']],
    ['entity=alibaba', ['F1', 'M1']],
    ['entity=nobody', []],
    ['matter=interoperability', ['L1', 'M1']],
    ['matter=antitrust', ['F1', 'F2']],
    ['matter=nothing', []],
    ['kind=FineImposed', ['F1', 'F2']],
    ['kind=FineChanged', []],
    ['entity=wechat&matter=interoperability', ['L1']],
    ['entity=alibaba&kind=FineImposed', ['F1']],
    ['matter=interoperability&kind=GuidanceMeetingHeld', ['M1']],
    ['entity=alibaba&matter=interoperability&kind=GuidanceMeetingHeld', ['M1']],
    ['entity=wechat&matter=antitrust', []],
    ['entity=samr&from=1993-01-01', ['F2']],
  ] as const)('%s', async (parameters, expected) => {
    const until = parameters.includes('from') ? 'to=1999-12-31' : 'from=1990-01-01&to=1999-12-31';
    // "[..2019]" may have been then, too.
    const shown = await titles(`${parameters}&${until}`);
    expect(shown.filter((title) => title !== '[..2019]')).toEqual(expected);
  });

  it('follow corrections: a development is found by what it says now', async () => {
    const { id, position } = await recorded(client, fine('alibaba', '1980', usd('1'), { title: 'moving' }));
    const found = async (filter: string): Promise<boolean> =>
      (await titles(`${filter}&to=1985-01-01`)).includes('moving');
    await corrected(client, id, { matter: 'antitrust', details: { party: 'baidu' } });
    expect(await found('entity=alibaba')).toBe(false);
    expect(await found('entity=baidu')).toBe(true);
    expect(await found('matter=antitrust')).toBe(true);
    expect(await found(`entity=alibaba&knownAt=position:${position}`)).toBe(true);
    expect(await found(`entity=baidu&knownAt=position:${position}`)).toBe(false);
  });
});

describe('a change of a fine', () => {
  const changesOf = async (entity: string, parameters = ''): Promise<readonly string[]> => {
    const { body } = await client.get<TimelineAnswer>(`/v1/timeline?kind=FineChanged&entity=${entity}${parameters}`);
    return body.developments.map(({ id }) => id);
  };

  it("stands on the timeline of the fine's party and authority, and follows corrections of the fine", async () => {
    const imposed = await recorded(client, fine('tencent', '1970', usd('9')));
    const change = await recorded(client, fineChange(imposed.id, '1971', usd('8')));
    expect(await changesOf('tencent')).toEqual([change.id]);
    expect(await changesOf('samr')).toEqual([change.id]);
    const { position } = await corrected(client, imposed.id, { details: { party: 'baidu' } });
    expect(await changesOf('tencent')).toEqual([]);
    expect(await changesOf('baidu')).toEqual([change.id]);
    const before = `&knownAt=position:${Number(position) - 1}`;
    expect(await changesOf('tencent', before)).toEqual([change.id]);
    expect(await changesOf('baidu', before)).toEqual([]);
    await changed(client, imposed.id, 'retraction', { reason: 'r' });
    expect(await changesOf('baidu')).toEqual([]);
    await changed(client, imposed.id, 'reinstatement', { reason: 'r' });
    expect(await changesOf('baidu')).toEqual([change.id]);
    await changed(client, change.id, 'retraction', { reason: 'r' });
    expect(await changesOf('baidu')).toEqual([]);
    expect(await changesOf('baidu', '&include=retracted')).toEqual([change.id]);
  });
});
