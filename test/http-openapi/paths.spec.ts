import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
});
afterAll(() => client.close());

describe('a path', () => {
  it('may name a fact whose parts are as long as they may be, in either notation', async () => {
    const [from, to] = ['f'.repeat(64), 't'.repeat(64)];
    for (const slug of [from, to]) await client.put(`/v1/entities/${slug}`, { type: 'service', name: slug });
    const key = `links:${from}:${to}`;
    for (const written of [key, encodeURIComponent(key)]) {
      const { status, body } = await client.get(`/v1/facts/${written}`);
      expect([status, body]).toEqual([200, expect.objectContaining({ fact: key, certainty: 'unrecorded' })]);
    }
  });

  it.each([
    ['that is no path', '/v1/entities/%zz', 400, 'malformed-request'],
    ['that ends in the middle of a character', '/v1/facts/%E5%BE', 400, 'malformed-request'],
    ['of which a part is too long to name anything', `/v1/facts/${'x'.repeat(1_001)}`, 404, 'not-found'],
    ['of no operation', '/v1/facts', 404, 'not-found'],
  ])('%s is answered with a problem', async (_what, path, status, code) => {
    const { headers, body, ...answer } = await client.get<Problem>(path);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect([answer.status, body.status, body.code]).toEqual([status, status, code]);
  });
});
