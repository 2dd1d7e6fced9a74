import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import type { Follower } from '../../src/projecting/following.js';
import { openViews } from '../../src/projecting/open-views.js';
import { Projector } from '../../src/projecting/projector.js';
import { assemble } from '../../src/serving/assemble.js';
import { listen } from '../../src/serving/listen.js';
import { meeting, registerCast } from '../cast.js';
import { Client } from '../service.js';

/** Milliseconds after which the views are there, as whoever waits is told. */
const LAG = 2_000;

let client: Client;
beforeAll(async () => {
  const store = openSqliteLog({ directory: ':memory:', clock: Date.now });
  const views = await openViews({ store, directory: ':memory:', projections: PROJECTIONS });
  const projector = new Projector(store, views, (error) => {
    throw error;
  });
  const lagging: Follower = {
    start: () => projector.start(),
    reached: async (position, timeout) => (timeout > LAG ? projector.reached(position, timeout) : false),
    close: () => projector.close(),
  };
  const parts = assemble(store, views, lagging);
  const closings: (() => unknown)[] = [() => store.close(), () => views.close(), () => lagging.close()];
  await lagging.start();
  parts.startup.caughtUp = true;
  const url = await listen(parts, '127.0.0.1', 0, (closing) => closings.push(closing));
  const close = async (): Promise<void> => {
    for (const closing of closings.reverse()) await closing();
  };
  client = new Client({ url, parts, close });
  await registerCast(client);
});
afterAll(() => client.close());

describe('a correction of a day, while the views are behind,', () => {
  const changes = { when: '2021-09-10' };
  let id: string;
  beforeAll(async () => {
    ({ id } = (await client.post<{ id: string }>('/v1/developments', meeting('2021-09-09'))).body);
  });

  it('is to be sent again soon, by whoever waits for an answer', async () => {
    const { status, body } = await client.post<{ code: string }>(`/v1/developments/${id}/corrections`, {
      changes,
      reason: 'Read again',
      cause: 'source-error',
    });
    expect([status, body.code]).toEqual([503, 'views-behind']);
  });

  it('waits for them in a file', async () => {
    const [result] = await client.import([
      { correction: { of: id, changes, reason: 'Read again', cause: 'source-error' } },
    ]);
    expect(result).toMatchObject({ status: 'recorded', id });
  });
});
