import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import type { Problem } from '../../src/http/problem.js';
import { viewsFile } from '../../src/projecting/views.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import { CAST_SIZE, links, meeting, recorded, registerCast } from '../cast.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { type Client, start } from '../service.js';
import { GatedStore } from './gated-store.js';
import { serviceOver, withVersion } from './service-over.js';

const directories = temporaryDirectories();
const NEW = withVersion('facts', 2);

/** The views half way: what registers the cast, and the first two of three developments. */
const GATE = CAST_SIZE + 2;
const HEAD = CAST_SIZE + 3;

const nameOf = (projections: typeof PROJECTIONS): string => basename(viewsFile({ directory: 'x', projections }));
const viewsIn = (directory: string): readonly string[] =>
  readdirSync(directory).filter((name) => name.includes('views-') && name.endsWith('.db'));

const gated = (dataDir: string, gate: number): GatedStore =>
  new GatedStore(openSqliteLog({ directory: dataDir, clock: Date.now }), gate);

/** A data directory with a log and the views of the old version. */
async function filled(): Promise<string> {
  const dataDir = directories();
  const client = await start({ dataDir });
  await registerCast(client);
  await recorded(client, links('blocked', '2012-01-01'));
  await recorded(client, links('allowed', '2021-09-15'));
  await recorded(client, meeting('2021-09-09'));
  await client.close();
  return dataDir;
}

interface Ready {
  readonly status: string;
  readonly log: { readonly position: string };
  readonly views: { readonly position: string };
}
const readiness = (client: Client) => client.get<Ready>('/health/ready');
const STATE = '/v1/state?asOf=2021-10-01';

describe('while the views of a new version are built', () => {
  let dataDir: string;
  let store: GatedStore;
  let client: Client;
  const NEIGHBOURS = ['views-of-mine.db', `${nameOf(PROJECTIONS)}.bak`, `my-${nameOf(PROJECTIONS)}`, 'notes.txt'];
  /** Of a snapshot that somebody began to start from. */
  const CUT_OFF = `${nameOf(PROJECTIONS)}.partial`;
  beforeAll(async () => {
    dataDir = await filled();
    for (const name of [...NEIGHBOURS, CUT_OFF]) writeFileSync(join(dataDir, name), 'mine');
    store = gated(dataDir, GATE);
    client = await serviceOver({ store, directory: dataDir, projections: NEW });
    await client.get(`/v1/state?minPosition=${GATE}`);
  });
  afterAll(() => client.close());

  it('they stand beside the old ones, which stay', () => {
    expect(viewsIn(dataDir)).toEqual(expect.arrayContaining([nameOf(PROJECTIONS), nameOf(NEW)]));
    expect(nameOf(NEW)).not.toBe(nameOf(PROJECTIONS));
  });

  it('questions are answered at what they have reached', async () => {
    const { status, body } = await client.get<StateAnswer>(STATE);
    expect([status, body.knownAt.position]).toEqual([200, String(GATE)]);
    expect(body.facts.map(({ fact, value }) => [fact, value])).toEqual([['links:wechat:taobao', 'allowed']]);
    const earlier = await client.get<StateAnswer>(`${STATE}&knownAt=position:${GATE - 1}`);
    expect(earlier.body.facts.map(({ value }) => value)).toEqual(['blocked']);
  });

  it('what lies beyond is refused for now, saying when to ask again', async () => {
    const parameters = [`knownAt=position:${HEAD}`, `minPosition=${HEAD}`, `knownAt=${new Date().toISOString()}`];
    const replies = await Promise.all(parameters.map((each) => client.get<Problem>(`${STATE}&${each}`)));
    for (const { status, body, headers } of replies) {
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'views-behind', '1']);
    }
    expect((await client.get<Problem>(`${STATE}&knownAt=position:${HEAD + 1}`)).body.code).toBe('invalid-coordinate');
  });

  it('the service is live but not ready', async () => {
    expect((await client.get('/health/live')).status).toBe(200);
    const { status, body } = await readiness(client);
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'starting', log: { position: `${HEAD}` }, views: { position: `${GATE}` } });
  });

  it('the log itself is there, whole', async () => {
    expect((await client.get('/v1/events?limit=1000')).text.trim().split('\n')).toHaveLength(HEAD);
  });

  it('commands are accepted, and answered once they have caught up, when the old ones go and nothing else', async () => {
    const { position } = await recorded(client, links('blocked', '2021-09-20'));
    expect(position).toBe(String(HEAD + 1));
    expect((await readiness(client)).body.status).toBe('starting');
    store.open();
    const { body } = await client.get<StateAnswer>(`${STATE}&minPosition=${position}`);
    expect(body.facts.map(({ value }) => value)).toEqual(['blocked']);
    const ready = await readiness(client);
    expect([ready.status, ready.body.status]).toEqual([200, 'ready']);
    expect(viewsIn(dataDir).filter((name) => !NEIGHBOURS.includes(name))).toEqual([nameOf(NEW)]);
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['log.db', 'writer.lock', ...NEIGHBOURS]));
    expect(readdirSync(dataDir)).not.toContain(CUT_OFF);
  });
});

describe('views of a new version', () => {
  it('answer as the old ones did, byte for byte', async () => {
    const dataDir = await filled();
    const asked = [0, CAST_SIZE, GATE, HEAD].flatMap((position) =>
      ['state', 'facts/links:wechat:taobao', 'timeline', 'entities'].map(
        (what) => `/v1/${what}?asOf=2021-09-20&knownAt=position:${position}`,
      ),
    );
    const answers = async (client: Client) => Promise.all(asked.map(async (path) => (await client.get(path)).text));
    const old = await start({ dataDir });
    const before = await answers(old);
    await old.close();
    const changed = await serviceOver({ store: gated(dataDir, HEAD), directory: dataDir, projections: NEW });
    expect(await answers(changed)).toEqual(before);
    await changed.close();
  });

  it('can be gone back from before they have caught up, without building the old ones again', async () => {
    const dataDir = await filled();
    const half = await serviceOver({ store: gated(dataDir, GATE), directory: dataDir, projections: NEW });
    await half.get(`/v1/state?minPosition=${GATE}`);
    await half.close();
    expect(viewsIn(dataDir)).toHaveLength(2);
    const back = await serviceOver({ store: gated(dataDir, 0), directory: dataDir });
    expect((await readiness(back)).body).toMatchObject({ status: 'ready', views: { position: `${HEAD}` } });
    await back.close();
  });

  it('go on from where they were when the building was cut off', async () => {
    const dataDir = await filled();
    const half = await serviceOver({ store: gated(dataDir, GATE), directory: dataDir, projections: NEW });
    await half.get(`/v1/state?minPosition=${GATE}`);
    await half.close();
    const again = await serviceOver({ store: gated(dataDir, GATE), directory: dataDir, projections: NEW });
    expect((await readiness(again)).body).toMatchObject({ status: 'starting', views: { position: `${GATE}` } });
    await again.close();
  });
});
