import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { corrected, links, meeting, recorded, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';
import { replayed } from './retold.js';

describe('a replay of one entity', () => {
  let client: Client;
  let links1: string;
  let timed: string;
  beforeAll(async () => {
    client = await start();
    await registerCast(client);
    await recorded(client, links('blocked', '2012-01-01'));
    links1 = (await recorded(client, links('allowed', '2021-09', { matter: 'interoperability' }))).id;
    const met = (await recorded(client, meeting('2021-09-20'))).id;
    const { position } = await corrected(client, met, { timing: [{ after: links1 }], when: '2021-09-10' });
    timed = position;
  });
  afterAll(() => client.close());

  it('tells of an event that names nothing of it, but moves a date that its facts hang on', async () => {
    const { events } = await replayed(client, { entity: 'taobao', asOf: '2021-09-15' });
    expect(events.at(-1)).toMatchObject({
      position: timed,
      changes: [
        {
          fact: 'links:wechat:taobao',
          before: { certainty: 'possible' },
          after: { value: 'allowed', because: [links1] },
        },
      ],
    });
  });

  it('tells so of a matter, too', async () => {
    const { events } = await replayed(client, { matter: 'interoperability', asOf: '2021-09-15' });
    expect(events.at(-1)?.position).toBe(timed);
  });
});
