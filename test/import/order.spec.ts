import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { links, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

describe('order', () => {
  it('positions follow lines', async () => {
    const many = ['taobao', 'youku', 'alipay', 'wechat-pay', 'alibaba', 'tencent', 'baidu'];
    const lines = Array.from({ length: 40 }, (_, i) => ({
      development: links(i % 2 ? 'blocked' : 'allowed', '2021-01-01', { title: `${i}`, matter: i % 3 ? 'antitrust' : undefined, details: { from: 'wechat', to: i % 2 ? many : ['taobao'] } }),
    }));
    const results = await client.import(lines);
    const positions = results.slice(0, -1).map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
});
