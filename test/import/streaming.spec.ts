import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meeting, registerCast } from '../cast.js';
import { type Client, type ImportResult, start } from '../service.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const NDJSON = { 'content-type': 'application/x-ndjson' };
const line = (title: string): string => `${JSON.stringify({ development: meeting('2021', { title }) })}\n`;

/** The lines of an answer while they arrive. */
async function* resultsIn(answer: IncomingMessage): AsyncGenerator<ImportResult> {
  let rest = '';
  for await (const chunk of answer) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() as string;
    for (const each of lines) yield JSON.parse(each);
  }
}

const open = (): ClientRequest => request(`${client.url}/v1/import`, { method: 'POST', headers: NDJSON });

describe('an import', () => {
  it('answers each line while the next is still to be sent', async () => {
    const sending = open();
    const answering = once(sending, 'response') as Promise<[IncomingMessage]>;
    sending.write(line('first'));
    const [answer] = await answering;
    const results = resultsIn(answer);
    expect((await results.next()).value).toMatchObject({ line: 1, status: 'recorded' });
    for (const number of [2, 3, 4]) {
      const whole = line(`number ${number}`);
      sending.write(whole.slice(0, 30));
      await pause(5);
      sending.write(whole.slice(30));
      expect((await results.next()).value).toMatchObject({ line: number, status: 'recorded' });
    }
    sending.write('nonsense\n');
    expect((await results.next()).value).toMatchObject({ line: 5, status: 'refused' });
    sending.end();
    expect((await results.next()).value).toEqual({ summary: { lines: 5, recorded: 4, unchanged: 0, refused: 1 } });
    expect((await results.next()).done).toBe(true);
  });

  it('goes on answering others while a slow one is under way', async () => {
    const slow = open();
    const answering = once(slow, 'response') as Promise<[IncomingMessage]>;
    slow.write(line('slow'));
    const [answer] = await answering;
    const [quick] = await client.import([line('quick').trimEnd()]);
    expect(quick).toMatchObject({ status: 'recorded' });
    expect((await client.get('/v1/state?limit=1')).status).toBe(200);
    slow.end();
    for await (const _ of resultsIn(answer));
  });

  it('that its client gives up keeps what was recorded, and the service goes on', async () => {
    const head = await client.head();
    const given = open();
    given.on('error', () => undefined);
    const answering = once(given, 'response') as Promise<[IncomingMessage]>;
    given.write(line('kept') + line('half').slice(0, 40));
    const [answer] = await answering;
    answer.on('error', () => undefined);
    const results = resultsIn(answer);
    expect((await results.next()).value).toMatchObject({ line: 1, status: 'recorded' });
    given.destroy();
    await pause(30);
    expect(await client.head()).toBe(head + 1);
    expect((await client.import([line('after').trimEnd()]))[0]).toMatchObject({ status: 'recorded' });
  });

  it('of many more lines than are under way at once is answered for each', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `{"matter":{"slug":"m${index}","title":"M"}}\n`);
    const results = await client.import(lines.map((each) => each.trimEnd()));
    expect(results).toHaveLength(3_001);
  });
});
