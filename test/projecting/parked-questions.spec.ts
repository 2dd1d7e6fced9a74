import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import type { Projection } from '../../projections/projection.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import type { Problem } from '../../src/http/problem.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import { CAST_SIZE, corrected, links, meeting, recorded, registerCast } from '../cast.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { type Client, type Reply, start } from '../service.js';
import { serviceOver, withVersion } from './service-over.js';

const directories = temporaryDirectories();

/** Of three developments the second is the one a projection throws at. */
const STUCK = CAST_SIZE + 2;
const HEAD = CAST_SIZE + 3;

const failing = (name: string): readonly Projection[] =>
  PROJECTIONS.map((projection) => ({
    ...projection,
    apply: (event, sql) => {
      projection.apply(event, sql);
      if (projection.name === name && event.position === STUCK) throw new Error('not this one');
    },
  }));

const answersOf = async (client: Client): Promise<readonly string[]> =>
  Promise.all(QUESTIONS.map(async (each) => (await client.get(asked(each, known(HEAD)))).text));

interface Told {
  /** Holds the log of three developments. */
  readonly dataDir: string;
  /** What the first of them is. */
  readonly id: string;
  /** What is answered where nothing is parked. */
  readonly answers: readonly string[];
}

async function tell(): Promise<Told> {
  const dataDir = directories();
  const client = await start({ dataDir });
  await registerCast(client);
  const { id } = await recorded(client, links('blocked', '2012-01-01'));
  await recorded(client, links('allowed', '2021-09-15'));
  await recorded(client, meeting('2021-09-09'));
  const answers = await answersOf(client);
  await client.close();
  return { dataDir, id, answers };
}

/** A service over the log, with views that are kept apart from those it was told to. */
const over = (dataDir: string, directory: string, projections: readonly Projection[]): Promise<Client> =>
  serviceOver({ store: openSqliteLog({ directory: dataDir, clock: Date.now }), directory, projections });

const AS_OF = 'asOf=2021-10-01';
const known = (position: number): string => `${AS_OF}&knownAt=position:${position}`;

const QUESTIONS = [
  'state',
  'facts/links:wechat:taobao',
  'timeline',
  'timeline?q=links',
  'entities',
  'entities/miit',
  'matters',
] as const;
const asked = (question: string, at: string): string => `/v1/${question}${question.includes('?') ? '&' : '?'}${at}`;
const NEEDED_BY: Readonly<Record<string, readonly string[]>> = {
  facts: ['state', 'facts/links:wechat:taobao'],
  developments: ['state', 'facts/links:wechat:taobao', 'timeline', 'timeline?q=links'],
  dates: ['state', 'facts/links:wechat:taobao', 'timeline', 'timeline?q=links'],
  timeline: ['timeline', 'timeline?q=links'],
  coverage: ['state', 'facts/links:wechat:taobao', 'timeline', 'timeline?q=links'],
  search: ['timeline?q=links'],
  erasures: ['state', 'facts/links:wechat:taobao', 'timeline', 'timeline?q=links'],
  registry: ['timeline?q=links', 'facts/links:wechat:taobao', 'entities', 'entities/miit', 'matters'],
};
/** Views that a replay is not made of. */
const NOT_RETOLD = ['coverage', 'search'];
/** With each go those that are made of it. */
const PARKED: Readonly<Record<string, readonly string[]>> = {
  facts: ['facts'],
  developments: ['developments', 'dates', 'timeline', 'facts', 'coverage', 'search', 'erasures'],
  dates: ['dates', 'timeline'],
  timeline: ['timeline'],
  coverage: ['coverage'],
  search: ['search'],
  erasures: ['erasures'],
  registry: ['registry', 'search'],
};

function expectParked({ status, body, headers }: Reply<Problem>): void {
  expect([status, body.code, headers.get('content-type')]).toEqual([
    503,
    'projection-parked',
    'application/problem+json; charset=utf-8',
  ]);
  expect(body.detail).toContain(`position:${STUCK - 1}`);
}

describe.each(Object.keys(NEEDED_BY))('where "%s" throws at one event', (name) => {
  let client: Client;
  let told: Told;
  beforeAll(async () => {
    told = await tell();
    client = await over(told.dataDir, directories(), failing(name));
    await client.get(`/v1/timeline?minPosition=${HEAD}`);
  });
  afterAll(() => client.close());

  const needing = QUESTIONS.filter((each) => NEEDED_BY[name]?.includes(each));
  const others = QUESTIONS.filter((each) => !needing.includes(each));

  it.each(needing)('/v1/%s is refused from there on, saying where it can be asked', async (question) => {
    for (const at of [AS_OF, known(STUCK), known(HEAD)]) {
      expectParked(await client.get<Problem>(asked(question, at)));
    }
  });

  it.each(QUESTIONS)('/v1/%s is answered at the positions before', async (question) => {
    const { status, body } = await client.get<StateAnswer>(asked(question, known(STUCK - 1)));
    expect([status, body.knownAt.position]).toEqual([200, String(STUCK - 1)]);
  });

  it.each(others)('/v1/%s goes on', async (question) => {
    const { status, text } = await client.get(asked(question, known(HEAD)));
    expect([status, text]).toEqual([200, told.answers[QUESTIONS.indexOf(question)]]);
  });

  it('the log is told again up to there, and beyond only where that takes no part in it', async () => {
    expect((await client.get(`/v1/replay?${AS_OF}&to=${STUCK - 1}`)).status).toBe(200);
    if (NOT_RETOLD.includes(name)) {
      expect((await client.get(`/v1/replay?${AS_OF}`)).status).toBe(200);
      return;
    }
    expectParked(await client.get<Problem>(`/v1/replay?${AS_OF}&to=${STUCK}`));
    expectParked(await client.get<Problem>(`/v1/replay?${AS_OF}`));
    expect((await client.get('/v1/events')).status).toBe(200);
  });

  it('the service is ready, degraded, and says what is parked where and why', async () => {
    const { status, body } = await client.get<object>('/health/ready');
    expect(status).toBe(200);
    const parked = PARKED[name]?.map((projection, index) => ({
      projection,
      position: String(STUCK),
      error: index === 0 ? 'Error: not this one' : expect.stringContaining(name),
    }));
    expect(body).toMatchObject({ status: 'degraded', views: { position: String(HEAD), parked } });
  });

  it('commands are accepted', async () => {
    // A date could contradict what is timed after it, which only the views can tell.
    await corrected(client, told.id, { title: 'It happened' });
    expect(await client.head()).toBe(HEAD + 1);
  });
});

describe('what is parked', () => {
  it('is still parked after a restart, and caught up once a new version can handle the event', async () => {
    const { dataDir, answers } = await tell();
    const views = directories();
    for (const projections of [failing('facts'), PROJECTIONS]) {
      const client = await over(dataDir, views, projections);
      expect((await client.get(`/v1/timeline?minPosition=${HEAD}`)).status).toBe(200);
      expectParked(await client.get<Problem>(`/v1/state?${AS_OF}`));
      await client.close();
    }
    const mended = await over(dataDir, views, withVersion('facts', 2));
    expect(await answersOf(mended)).toEqual(answers);
    expect((await mended.get<object>('/health/ready')).body).toMatchObject({ status: 'ready', views: { parked: [] } });
    await mended.close();
  });
});
