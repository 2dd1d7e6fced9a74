import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { build } from '../cli/build.js';
import { type Served, served, stop } from '../cli/program.js';
import { startWireServer, type WireServer } from '../event-store/kurrent/wire/wire-server.js';
import { answersAt } from './answers.js';
import { Counters } from './counters.js';

const BUILD_TIMEOUT = 120_000;
const REPLICAS = 3;
const WRITERS = 9;
const TIMES = 8;

let wire: WireServer;
const replicas: Served[] = [];
const urls: string[] = [];

const replica = (dataDir?: string, words: readonly string[] = []): Promise<Served> =>
  served(['--event-store-url', wire.url, ...words], dataDir);

beforeAll(async () => {
  build();
  wire = await startWireServer();
  replicas.push(await replica(undefined, ['--sample']));
  // Side by side: each of them lives for a minute at most.
  replicas.push(...(await Promise.all(Array.from({ length: REPLICAS - 1 }, () => replica()))));
  urls.push(...replicas.map(({ url }) => url));
}, BUILD_TIMEOUT);

afterAll(async () => {
  await Promise.all(replicas.map((each) => stop(each)));
  await wire?.stop();
});

const viewsOf = (dataDir: string): string =>
  join(dataDir, readdirSync(dataDir).find((name) => /^views-.*\.db$/.test(name)) as string);

function checkpointOf(dataDir: string): number {
  const views = new Database(viewsOf(dataDir), { readonly: true });
  try {
    return views.prepare<[], number>(`SELECT value FROM meta WHERE name = 'checkpoint'`).pluck().get() as number;
  } finally {
    views.close();
  }
}

async function logPosition(url: string): Promise<string> {
  const { log } = (await (await fetch(`${url}/health/ready`)).json()) as { log: { position: string } };
  return log.position;
}

describe('three replicas on one event store', () => {
  it('lose no update, though one of them is killed in the middle, and answer alike at every position', async () => {
    const counters = new Counters({ urls });
    const ids = [await counters.open('First'), await counters.open('Second')];
    let killed: Promise<unknown> | undefined;
    const write = async (writer: number): Promise<void> => {
      for (let time = 0; time < TIMES; time += 1) {
        await counters.raise(ids[(writer + time) % ids.length] as string, writer);
        if (writer === 2 && time === 2) killed = stop(replicas[2] as Served, 'SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    await killed;
    expect([...counters.raised.values()].reduce((sum, each) => sum + each, 0)).toBe(WRITERS * TIMES);

    const position = await logPosition(urls[0] as string);
    for (const [id, raised] of counters.raised) {
      const path = `/v1/developments/${id}?minPosition=${position}`;
      expect(await (await fetch(`${urls[1]}${path}`)).json()).toMatchObject({ note: String(raised), revision: raised });
    }

    const { dataDir } = replicas[2] as Served;
    const [file, checkpoint] = [statSync(viewsOf(dataDir)).ino, checkpointOf(dataDir)];
    expect(checkpoint).toBeGreaterThan(0);
    const [again, fourth] = await Promise.all([replica(dataDir), replica()]);
    replicas.splice(2, 1, again, fourth);
    urls.splice(2, 1, again.url, fourth.url);
    const all = await Promise.all(urls.map((url) => answersAt(url, position)));
    for (const answers of all) expect(answers).toEqual(all[0]);
    expect(statSync(viewsOf(dataDir)).ino).toBe(file);
    const earlier = await Promise.all(urls.map((url) => answersAt(url, '60')));
    for (const answers of earlier) expect(answers).toEqual(earlier[0]);
  });

  it('show at each what was written at another, as soon as its position is named', async () => {
    for (let time = 0; time < 12; time += 1) {
      const [at, elsewhere] = [urls[time % urls.length], urls[(time + 1) % urls.length]];
      const slug = `written-${time}`;
      const body = JSON.stringify({ type: 'topic', name: slug });
      const put = await fetch(`${at}/v1/entities/${slug}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { position } = (await put.json()) as { position: string };
      expect((await fetch(`${elsewhere}/v1/entities/${slug}?minPosition=${position}`)).status).toBe(200);
    }
  });
});
