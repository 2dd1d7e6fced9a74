import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PROJECTIONS } from '../../projections/index.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { withAppend } from '../../src/event-store/with-append.js';
import { openViews } from '../../src/projecting/open-views.js';
import { Projector } from '../../src/projecting/projector.js';
import type { RegistryAnswer } from '../../src/registry/registry.query.js';
import { assemble } from '../../src/serving/assemble.js';
import { listen } from '../../src/serving/listen.js';
import { Client } from '../service.js';

/** A disk that takes as long as the test wants. */
let held: Promise<void> = Promise.resolve();
let reached = (): void => undefined;

let client: Client;
beforeAll(async () => {
  const log = openSqliteLog({ directory: ':memory:', clock: Date.now });
  const store = withAppend(log, async (...append) => {
    reached();
    await held;
    return log.append(...append);
  });
  const views = await openViews({ store, directory: ':memory:', projections: PROJECTIONS });
  const follower = new Projector(store, views, (error) => {
    throw error;
  });
  const parts = assemble(store, views, follower);
  const closings: (() => unknown)[] = [() => log.close(), () => views.close(), () => follower.close()];
  await follower.start();
  const url = await listen(parts, '127.0.0.1', 0, (closing) => closings.push(closing));
  const close = async (): Promise<void> => {
    for (const closing of closings.reverse()) await closing();
  };
  client = new Client({ url, parts, close });
});
afterAll(() => client.close());

it('an instant is answered once all is in the log that was decided by then: asked again, it has the same answer', async () => {
  let release = (): void => undefined;
  held = new Promise((resolve) => {
    release = resolve;
  });
  const underWay = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const put = client.put<{ position: string }>('/v1/matters/held', { title: 'Held' });
  await underWay;
  await pause(2);
  const path = `/v1/matters?knownAt=${new Date().toISOString()}`;
  const asked = client.get<RegistryAnswer>(path);
  // Long enough to be answered, if it did not wait.
  await Promise.race([asked, pause(300)]);
  release();
  const { body } = await put;
  expect((await asked).body.knownAt.position).toBe(body.position);
  expect((await client.get(path)).text).toBe((await asked).text);
});
