import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { PROJECTIONS } from '../../projections/index.js';
import { Moments } from '../../src/answers/moment.js';
import type { Acknowledgement } from '../../src/developments/writing.js';
import { Recorder } from '../../src/event-store/recorder.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { openViews } from '../../src/projecting/open-views.js';
import { Projector } from '../../src/projecting/projector.js';
import type { RegistryAnswer } from '../../src/registry/registry.query.js';
import { assemble } from '../../src/serving/assemble.js';
import { listen } from '../../src/serving/listen.js';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { CAST_SIZE, meeting, registerCast } from '../cast.js';
import { Client } from '../service.js';

const MIDNIGHT = Date.parse('2026-05-02T00:00:00.000Z');

/** What time the service thinks it is. */
let now = MIDNIGHT - 60_000;

/** The service in memory, by a clock that the test sets. */
async function withClock(): Promise<Client> {
  const store = openSqliteLog({ directory: ':memory:', clock: () => now });
  const views = await openViews({ store, directory: ':memory:', projections: PROJECTIONS });
  const follower = new Projector(store, views, (error) => {
    throw error;
  });
  const assembled = assemble(store, views, follower);
  const clock = (): Date => new Date(now);
  const ambient = { now: clock, salt: () => 'AAAAAAAAAAAAAAAAAAAAAA', uuid: () => uuidv7() };
  const parts = {
    ...assembled,
    reading: { ...assembled.reading, moments: new Moments(store, views, follower, clock) },
    writing: { ...assembled.writing, recorder: new Recorder(store, ambient) },
  };
  const closings: (() => unknown)[] = [() => store.close(), () => views.close(), () => follower.close()];
  await follower.start();
  const url = await listen(parts, '127.0.0.1', 0, (closing) => closings.push(closing));
  const close = async (): Promise<void> => {
    for (const closing of closings.reverse()) await closing();
  };
  return new Client({ url, parts, close });
}

let client: Client;
beforeAll(async () => {
  client = await withClock();
  await registerCast(client);
});
afterAll(() => client.close());

describe('an instant', () => {
  it('within which several positions were recorded is the last of them', async () => {
    now = MIDNIGHT - 30_000;
    const at = (offset: number): string => new Date(MIDNIGHT - 30_000 + offset).toISOString();
    for (const slug of ['one', 'two', 'three']) await client.put(`/v1/matters/${slug}`, { title: slug });
    now += 1;
    await client.put('/v1/matters/four', { title: 'four' });
    now += 1_000;

    const knownAt = async (instant: string): Promise<[string, number]> => {
      const { body } = await client.get<RegistryAnswer>(`/v1/matters?knownAt=${instant}`);
      return [body.knownAt.position, body.matters?.length ?? 0];
    };
    const [, before] = await knownAt(at(-1));
    expect(await knownAt(at(-1))).toEqual([String(CAST_SIZE), before]);
    expect(await knownAt(at(0))).toEqual([String(CAST_SIZE + 3), before + 3]);
    expect(await knownAt(at(1))).toEqual([String(CAST_SIZE + 4), before + 4]);
    expect(await knownAt(at(500))).toEqual([String(CAST_SIZE + 4), before + 4]);
  });
});

describe('what was recorded on one day and is sent again on the next', () => {
  const open = meeting('[2026-04..]');
  const when = async (id: string | undefined): Promise<string> =>
    (await client.get<DevelopmentAnswer>(`/v1/developments/${id}`)).body.when;

  it('with a key is answered as at first, and its open date ends on the first day', async () => {
    const key = { 'idempotency-key': 'over-midnight' };
    now = MIDNIGHT - 100;
    const first = await client.post<Acknowledgement>('/v1/developments', open, key);
    expect(first.status).toBe(201);
    now = MIDNIGHT + 100;
    const again = await client.post<Acknowledgement>('/v1/developments', open, key);
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    expect(await when(first.body.id)).toBe('[2026-04-01..2026-05-01]');
  });

  it('as a line of an import is unchanged; without either it is another, which ends on the next day', async () => {
    now = MIDNIGHT - 100;
    const [first] = await client.import([{ development: open }]);
    now = MIDNIGHT + 100;
    const [again] = await client.import([{ development: open }]);
    expect([first?.status, again?.status, again?.id]).toEqual(['recorded', 'unchanged', first?.id]);
    const other = await client.post<Acknowledgement>('/v1/developments', open);
    expect([await when(first?.id), await when(other.body.id)]).toEqual([
      '[2026-04-01..2026-05-01]',
      '[2026-04-01..2026-05-02]',
    ]);
  });
});
