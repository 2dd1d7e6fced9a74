import { afterEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { ServeOptions } from '../../src/serve.js';
import { as, freshDirectory, newKey } from '../access/keys.js';
import { type Client, start } from '../service.js';

let client: Client;
afterEach(() => client.close());

async function serve(options: Partial<ServeOptions> = {}): Promise<void> {
  client = await start({ rateLimit: { requests: 3, seconds: 60 }, ...options });
}

const statuses = async (count: number, headers = {}): Promise<readonly number[]> => {
  const answers: number[] = [];
  for (let n = 0; n < count; n++) answers.push((await client.get('/v1/state', headers)).status);
  return answers;
};

describe('with a rate limit', () => {
  it('as many requests are answered as it says, and then it is said when to come again', async () => {
    await serve();
    expect(await statuses(3)).toEqual([200, 200, 200]);
    const { status, headers, body } = await client.get<Problem>('/v1/state');
    expect([status, body.code]).toEqual([429, 'rate-limited']);
    expect(headers.get('ratelimit-policy')).toBe('"default";q=3;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"default";r=0;t=(60|59)$/);
    expect(headers.get('retry-after')).toMatch(/^(20|19)$/);
  });

  it('every answer says how many may follow', async () => {
    await serve();
    const { headers } = await client.get('/v1/state');
    expect(headers.get('ratelimit')).toBe('"default";r=2;t=20');
  });

  it('what is asked and what is changed count alike, and what there is not', async () => {
    await serve();
    await client.put('/v1/entities/acme', {});
    await client.get('/v1/nothing');
    await client.get('/docs');
    expect(await statuses(1)).toEqual([429]);
  });

  it('probes are not counted', async () => {
    await serve();
    await statuses(4);
    for (let n = 0; n < 5; n++) expect((await client.get('/health/ready')).status).toBe(200);
    expect((await client.get('/health/live')).headers.get('ratelimit')).toBeNull();
  });

  it('each key has its own, and those that are none have that of their address', async () => {
    const dataDir = freshDirectory();
    const [one, other] = [await newKey(dataDir, 'reader'), await newKey(dataDir, 'reader')];
    await serve({ dataDir });
    expect(await statuses(4, as(one.key))).toEqual([200, 200, 200, 429]);
    expect(await statuses(4, as('guess'))).toEqual([401, 401, 401, 429]);
    expect(await statuses(4)).toEqual([429, 429, 429, 429]);
    expect(await statuses(1, as(other.key))).toEqual([200]);
  });

  it('a request that is forbidden counts', async () => {
    const dataDir = freshDirectory();
    const { key } = await newKey(dataDir, 'reader');
    await serve({ dataDir });
    const answers: number[] = [];
    for (let n = 0; n < 4; n++) answers.push((await client.get('/v1/events', as(key))).status);
    expect(answers).toEqual([403, 403, 403, 429]);
  });
});

describe('without a rate limit', () => {
  it('nothing is said of one', async () => {
    await serve({ rateLimit: undefined });
    expect((await client.get('/v1/state')).headers.get('ratelimit')).toBeNull();
  });
});
