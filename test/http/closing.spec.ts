import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Client, ndjson, start } from '../service.js';
import { ON_A_SERVER } from '../store.js';

/** Milliseconds that no client may hold up the end; orderly ones need far less. */
const BOUND = 6_000;

let client: Client;
let closed: Promise<void> | undefined;
beforeEach(async () => {
  closed = undefined;
  client = await start();
});
afterEach(() => closed ?? client.close());

const place = (slug: string): string => `${JSON.stringify({ entity: { slug, type: 'place', name: slug } })}\n`;

/** Milliseconds that closing takes. */
async function close(): Promise<number> {
  const began = performance.now();
  closed = client.close();
  await closed;
  return performance.now() - began;
}

async function connected(sent = ''): Promise<Socket> {
  const { hostname, port } = new URL(client.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (sent) socket.write(sent);
  // Until the service has met it.
  await client.get('/health/live');
  return socket;
}

async function importing(...lines: string[]): Promise<{ upload: ReturnType<typeof request>; answer: IncomingMessage }> {
  const upload = request(`${client.url}/v1/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  upload.on('error', () => undefined);
  for (const line of lines) upload.write(line);
  const [answer] = (await once(upload, 'response')) as [IncomingMessage];
  return { upload, answer };
}

describe('a service that closes', () => {
  it('answers the lines of an import that have come, without a summary if its client goes on sending', async () => {
    const { upload, answer } = await importing(place('cn'), place('us').slice(0, 20));
    const answered = text(answer);
    expect(await close()).toBeLessThan(BOUND);
    expect(ndjson(await answered)).toEqual([{ line: 1, status: 'recorded', id: 'cn', position: '1' }]);
    expect(answer.complete).toBe(true);
    upload.destroy();
  });

  it('lets a client that sends an import without a pause read what became of it', async () => {
    const { upload, answer } = await importing(place('p0'));
    let sent = 1;
    const sending = setInterval(() => upload.write(place(`p${sent++}`)), 1);
    const answered = text(answer);
    expect(await close()).toBeLessThan(BOUND);
    clearInterval(sending);
    const results = ndjson<{ line: number }>(await answered);
    expect(results.map(({ line }) => line)).toEqual(results.map((_, index) => index + 1));
    expect(results.at(-1)).toMatchObject({ status: 'recorded' });
    expect(answer.complete).toBe(true);
    upload.destroy();
  });

  it('gives the summary of an import whose client comes to its end in time', async () => {
    const { upload, answer } = await importing(place('cn'));
    const ending = close();
    await pause(100);
    upload.end(place('us'));
    expect(ndjson(await text(answer)).at(-1)).toMatchObject({ summary: { lines: 2, recorded: 2 } });
    expect(await ending).toBeLessThan(BOUND);
  });

  it.each([
    ['never sends anything', ''],
    ['has sent half of its headers', 'GET /v1/state HTTP/1.1\r\nhost: localhost\r\nx-'],
    [
      'has sent half of its body',
      'POST /v1/developments HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    ],
  ])('does not wait for a client that %s', async (_, sent) => {
    const socket = await connected(sent);
    const ended = once(socket, 'close');
    expect(await close()).toBeLessThan(BOUND);
    await ended;
  });

  it('answers a request whose headers are complete in time', async () => {
    const socket = await connected('GET /health/live HTTP/1.1\r\nhost: localhost\r\n');
    const answered = text(socket);
    const ending = close();
    await pause(100);
    socket.write('\r\n');
    expect(await answered).toMatch(/^HTTP\/1\.1 200 [\s\S]*{"status":"live"}$/);
    expect(await ending).toBeLessThan(BOUND);
  });

  // The answer must be larger than what the system takes in for its reader; to a server, that takes minutes to write.
  (ON_A_SERVER ? it.skip : it)('does not wait for a client that takes nothing of its answer', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => place(`p${index}`).trimEnd());
    await client.import(lines);
    const socket = await connected('GET /v1/events HTTP/1.1\r\nhost: localhost\r\n\r\n');
    socket.pause();
    expect(await close()).toBeLessThan(2 * BOUND);
    socket.destroy();
  });
});
