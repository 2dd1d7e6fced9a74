import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import type { Problem } from '../../src/http/problem.js';
import { CAST_SIZE, changed, corrected, fine, fineChange, meeting, recorded, registerCast, usd } from '../cast.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { type Client, start } from '../service.js';
import { GatedStore } from './gated-store.js';
import { serviceOver } from './service-over.js';

const directories = temporaryDirectories();

/** A log with the cast, a fine, and a change of it. */
async function told(): Promise<{ readonly dataDir: string; readonly imposed: string }> {
  const dataDir = directories();
  const client = await start({ dataDir });
  await registerCast(client);
  const { id: imposed } = await recorded(client, fine('alibaba', '2021-04', usd('5')));
  await recorded(client, fineChange(imposed, '2021-05-01', usd('4')));
  await client.close();
  return { dataDir, imposed };
}

const STUCK = CAST_SIZE + 2;
const unmoved = PROJECTIONS.map((projection) => ({
  ...projection,
  apply: (...applied: Parameters<typeof projection.apply>) => {
    if (projection.name === 'developments' && applied[0].position === STUCK) throw new Error('not this one');
    projection.apply(...applied);
  },
}));

describe.each([
  [
    'are behind',
    async (dataDir: string) => {
      const store = new GatedStore(openSqliteLog({ directory: dataDir, clock: Date.now }), STUCK - 1);
      return { client: await serviceOver({ store, directory: directories() }), open: () => store.open() };
    },
  ],
  [
    'are parked',
    async (dataDir: string) => {
      const store = openSqliteLog({ directory: dataDir, clock: Date.now });
      const client = await serviceOver({ store, directory: directories(), projections: unmoved });
      return { client, open: () => undefined };
    },
  ],
])('while the views %s', (_, over) => {
  let client: Client;
  let open: () => void;
  let imposed: string;
  beforeAll(async () => {
    const { dataDir, imposed: id } = await told();
    imposed = id;
    ({ client, open } = await over(dataDir));
  });
  afterAll(async () => {
    open();
    await client.close();
  });

  it('what needs only the log is recorded', async () => {
    const { id } = await recorded(client, meeting('2021'));
    expect(await corrected(client, id, { title: 'T' })).toMatchObject({ revision: 1 });
    expect((await client.put('/v1/entities/baidu', { type: 'company', name: 'Baidu, Inc.' })).status).toBe(200);
    expect((await client.import([{ development: meeting('2022') }]))[0]).toMatchObject({ status: 'recorded' });
  });

  it('what refers to a retracted development is left out of the answer, not told to be nothing', async () => {
    const answer = await changed(client, imposed, 'retraction', { reason: 'r' });
    expect(answer).not.toHaveProperty('referredBy');
  });

  it('a new date of a fine, which its changes might contradict, is refused for now, and nothing is stored', async () => {
    const head = await client.head();
    const again = await client.post<Problem>(`/v1/developments/${imposed}/reinstatement`, { reason: 'r' });
    expect([again.status, again.body.code]).toEqual([503, 'views-behind']);
    expect(again.headers.get('retry-after')).toBe('1');
    expect(await client.head()).toBe(head);
  });

  it('what does not exist is refused as ever', async () => {
    const body = meeting('2021', {
      details: { authority: 'miit', attendees: ['alibabba', 'tencent'], topics: ['link blocking'] },
    });
    const { status, body: told } = await client.post<Problem>('/v1/developments', body);
    expect([status, told.code]).toEqual([422, 'unknown-entity']);
    expect(told.detail).toContain('alibaba');
  });
});
