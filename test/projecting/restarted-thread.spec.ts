import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { ThreadService } from './thread-service.js';

const directories = temporaryDirectories();
const PLACES = 300;
const place = (slug: string): object => ({ entity: { slug, type: 'place', name: slug } });

let directory: string;
let service: ThreadService;
beforeEach(async () => {
  directory = directories();
  service = await ThreadService.over(directory);
  await service.import(Array.from({ length: PLACES }, (_, index) => place(`place-${index}`)));
  await service.until('ready');
});
afterEach(() => service.close());

describe('while the thread that follows the log can not run', () => {
  it('health says degraded, what is known is answered, what is not yet is 503, and writes go on', async () => {
    service.forbid();
    await service.until('degraded');
    expect(await service.health()).toMatchObject({ views: { position: String(PLACES), interrupted: true } });

    const written = await service.put<{ position: string }>('/v1/entities/mars', { type: 'place', name: 'Mars' });
    expect(written.status).toBe(201);
    expect((await service.get('/v1/entities/place-7')).status).toBe(200);
    const began = performance.now();
    const waiting = await service.get(`/v1/entities/mars?minPosition=${written.body.position}`);
    expect(waiting).toMatchObject({ status: 503, body: { code: 'views-behind' } });
    expect(waiting.headers.get('retry-after')).toBe('1');
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(service.failures).toEqual(['Error: out of memory']);

    service.allow();
    await service.until('ready');
    expect((await service.get(`/v1/entities/mars?minPosition=${written.body.position}`)).status).toBe(200);
    expect(service.failures).toHaveLength(1);
    expect(service.restarts.length).toBeGreaterThan(0);
  });
});

describe('views whose file is damaged are built anew from the log', () => {
  /** Overwrites the first page of a table or index where nobody has changed it since. */
  async function damaged(name: string): Promise<void> {
    await service.close();
    const file = join(directory, readdirSync(directory).find((each) => /^views-\w+\.db$/.test(each)) as string);
    const db = new Database(file, { readonly: true });
    const page = db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(name) as number;
    const size = db.pragma('page_size', { simple: true }) as number;
    db.close();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(size, 0xee), 0, size, (page - 1) * size);
    closeSync(descriptor);
  }

  const registered = async (slug: string): Promise<number> => (await service.get(`/v1/entities/${slug}`)).status;

  it('when the thread meets the damage', async () => {
    await damaged('entities');
    service = await ThreadService.over(directory);
    await service.put('/v1/entities/mars', { type: 'place', name: 'Mars' });
    const { body } = await service.get<{ log: { position: string } }>('/health/ready');
    await service.until('ready');
    expect((await service.get(`/v1/entities/mars?minPosition=${body.log.position}`)).status).toBe(200);
    expect([await registered('place-0'), await registered('place-299')]).toEqual([200, 200]);
    expect(service.failures).toEqual([expect.stringMatching(/^Error: the views are damaged, and built anew/)]);
  });

  it('when a question meets it, which is answered 503 until then', async () => {
    await damaged('registry_versions');
    service = await ThreadService.over(directory);
    await service.until('ready');
    const met = await service.get('/v1/entities/place-0');
    expect(met).toMatchObject({ status: 503, body: { code: 'views-behind' } });
    expect(met.headers.get('retry-after')).toBe('1');
    await service.until('ready');
    expect([await registered('place-0'), await registered('place-299')]).toEqual([200, 200]);
    expect(service.failures).toEqual(['Error: the views are damaged, and built anew']);
  });

  it('when it is met at the start', async () => {
    await damaged('meta');
    service = await ThreadService.over(directory);
    await service.until('ready');
    expect([await registered('place-0'), await registered('place-299')]).toEqual([200, 200]);
  });
});
