import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changed, corrected, fine, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';

interface Answer {
  readonly coverage?: readonly object[];
  readonly withinCoverage?: boolean;
  readonly certainty?: string;
}

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  await recorded(client, links('blocked', '2012', { matter: 'interoperability' }));
  await recorded(client, fine('alibaba', '2021-04', usd('5')));
  await recorded(client, meeting('2021-09-09', { matter: 'interoperability' }));
});
afterAll(() => client.close());

const searched = async (details: object): Promise<string> =>
  (await recorded(client, { kind: 'CoverageStated', title: 'Searched', when: '2024-01-01', details })).id;
const ask = async (path: string): Promise<Answer> => {
  const { status, body, text } = await client.get<Answer>(`/v1/${path}`);
  if (status !== 200) throw new Error(text);
  return body;
};
const coverageOf = async (path: string): Promise<readonly object[] | undefined> => (await ask(path)).coverage;

const QUESTIONS = [
  'state?asOf=2021-12-31',
  'state?asOf=2021-12-31&entity=wechat',
  'state?asOf=2021-12-31&matter=interoperability',
  'facts/links:wechat:taobao?asOf=2021-12-31',
  'facts/payment:youku:wechat-pay?asOf=2021-12-31',
  'timeline?asOf=2021-12-31',
  'timeline?asOf=2021-12-31&entity=wechat&matter=interoperability',
];

describe('coverage', () => {
  it('is absent from answers where none is stated, which stay as they were when it is stated of something else', async () => {
    const at = `knownAt=position:${await client.head()}`;
    const asked = QUESTIONS.map((each) => `/v1/${each}&${at}`);
    const before = await Promise.all(asked.map(async (path) => (await client.get(path)).text));
    for (const text of before) expect(text).not.toMatch(/coverage/i);
    await searched({ entity: 'us', through: '2023-06-30' });
    expect(await Promise.all(asked.map(async (path) => (await client.get(path)).text))).toEqual(before);
    for (const question of QUESTIONS) expect(await ask(question)).not.toHaveProperty('coverage');
  });

  it('is told of the entity or matter asked for, and of the entities and matters of a fact', async () => {
    const development = await searched({ entity: 'wechat', through: '2021-12-31' });
    const of = await searched({ matter: 'interoperability', through: '2022-06-30' });
    const [wechat, matter] = [
      { entity: 'wechat', through: '2021-12-31', development },
      { matter: 'interoperability', through: '2022-06-30', development: of },
    ];
    expect(await coverageOf('state?entity=wechat')).toEqual([wechat]);
    expect(await coverageOf('state?matter=interoperability')).toEqual([matter]);
    expect(await coverageOf('timeline?entity=wechat&matter=interoperability')).toEqual([wechat, matter]);
    expect(await coverageOf('timeline?entity=wechat&q=nothing-like-it')).toEqual([wechat]);
    expect(await coverageOf('facts/links:wechat:taobao')).toEqual([wechat, matter]);
    expect(await coverageOf('facts/links:wechat:youku')).toEqual([wechat]);
    expect(await coverageOf('facts/payment:youku:wechat-pay')).toBeUndefined();
    expect(await coverageOf('state')).toBeUndefined();
    expect(await coverageOf('timeline')).toBeUndefined();
    expect(await coverageOf('state?entity=alibaba')).toBeUndefined();
  });

  it('tells of an unrecorded fact whether the day was searched', async () => {
    expect(await ask('facts/links:wechat:youku?asOf=2021-12-31')).toMatchObject({
      certainty: 'unrecorded',
      withinCoverage: true,
    });
    expect(await ask('facts/links:wechat:youku?asOf=2022-01-01')).toMatchObject({
      certainty: 'unrecorded',
      withinCoverage: false,
    });
    expect(await ask('facts/links:wechat:taobao?asOf=2011-12-31')).toMatchObject({
      certainty: 'unrecorded',
      withinCoverage: true,
    });
    expect(await ask('facts/links:wechat:taobao?asOf=2021-12-31')).not.toHaveProperty('withinCoverage');
    expect(await ask('facts/payment:youku:alipay?asOf=2021-12-31')).not.toHaveProperty('withinCoverage');
  });

  it('is that of the farthest day, as known at the position, and of nothing that is retracted', async () => {
    const through = async (more = ''): Promise<readonly unknown[] | undefined> =>
      (await coverageOf(`state?entity=tencent${more}`))?.map((each) => (each as { through: string }).through);
    const first = await searched({ entity: 'tencent', through: '2021-01-31' });
    const one = await client.head();
    const second = await searched({ entity: 'tencent', through: '2020-12-31' });
    expect(await through()).toEqual(['2021-01-31']);
    await corrected(client, first, { details: { through: '2020-06-30' } });
    expect(await through()).toEqual(['2020-12-31']);
    await changed(client, second, 'retraction', { reason: 'Nobody did.' });
    expect(await through()).toEqual(['2020-06-30']);
    await changed(client, first, 'retraction', { reason: 'Nobody did.' });
    expect(await through()).toBeUndefined();
    await changed(client, second, 'reinstatement', { reason: 'Somebody did.' });
    expect(await through()).toEqual(['2020-12-31']);
    expect(await through(`&knownAt=position:${one}`)).toEqual(['2021-01-31']);
    expect(await through(`&knownAt=position:${one - 1}`)).toBeUndefined();
  });

  it('stands on every page', async () => {
    const { body } = await client.get<{ next: string }>('/v1/timeline?matter=interoperability&limit=1');
    expect(await coverageOf(`timeline?cursor=${body.next}`)).toEqual(
      await coverageOf('timeline?matter=interoperability'),
    );
  });
});
