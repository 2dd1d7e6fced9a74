import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letGoOfStalled } from '../../src/http/stalled.js';

const PIECE = 'x'.repeat(65_536);

describe('a reader of an answer without end', () => {
  const answers: ServerResponse[] = [];
  const server = createServer((_request, answer) => {
    answers.push(answer);
    letGoOfStalled(answer, 200);
    Readable.from(
      (async function* () {
        for (;;) yield PIECE;
      })(),
    ).pipe(answer);
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  /** A client that has asked, and takes nothing in yet. */
  async function ask(): Promise<{ client: ReturnType<typeof connect>; answer: ServerResponse }> {
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
    const asked = once(server, 'request');
    client.on('error', () => undefined);
    client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await asked;
    return { client, answer: answers.at(-1) as ServerResponse };
  }

  it('is let go when it takes nothing in', async () => {
    const { client, answer } = await ask();
    await once(answer, 'close');
    expect(answer.writableFinished).toBe(false);
    client.destroy();
  });

  it('is not let go while it reads, however long', async () => {
    const { client, answer } = await ask();
    let read = 0;
    const read64 = 64 * PIECE.length;
    client.on('data', (chunk: Buffer) => {
      read += chunk.length;
    });
    client.resume();
    while (read < read64) await once(client, 'data');
    expect(answer.destroyed).toBe(false);
    client.destroy();
    await once(answer, 'close');
  });
});
