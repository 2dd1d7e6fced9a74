import { describe, expect, it } from '@jest/globals';
import { BrokenOff, type Client, connect, UnexpectedAnswer } from '../../src/client/index.js';
import { json, pieces, problem, scriptedFetch } from './scripted-fetch.js';

const NDJSON = 'application/x-ndjson; charset=utf-8';

async function read<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function sent(ask: (client: Client) => Promise<unknown>, more: { url?: string; key?: string } = {}) {
  const { connection, asked } = scriptedFetch(json({}));
  await ask(connect({ ...connection, ...more }));
  return asked[0] as Request;
}

describe('what is sent', () => {
  it('has parameters in the path, the query and the headers, each as the document says, and none that is undefined', async () => {
    const { url } = await sent((client) =>
      client.getFact({ fact: 'links:a/b?:c', asOf: '2021-01-01', knownAt: undefined }),
    );
    expect(url).toBe('http://service.test/v1/facts/links%3Aa%2Fb%3F%3Ac?asOf=2021-01-01');
    const body = { reason: 'It is so.' };
    const { headers } = await sent((client) => client.retractDevelopment({ id: 'x', 'If-Match': '"1"', body }));
    expect([headers.get('if-match'), headers.get('content-type')]).toEqual(['"1"', 'application/json']);
  });

  it('goes below the path at which the service lies, and says who asks only where there is a key', async () => {
    const message = await sent((client) => client.getState(), { url: 'http://a.test/regulation/', key: 'k' });
    expect([message.url, message.headers.get('authorization')]).toEqual([
      'http://a.test/regulation/v1/state',
      'Bearer k',
    ]);
    expect((await sent((client) => client.getState())).headers.has('authorization')).toBe(false);
  });

  it.each(['', 'two words', 'a\nb', 'é'])('is never a key such as %j, which is not told either', (key) => {
    const { connection, asked } = scriptedFetch(json({}));
    expect(() => connect({ ...connection, key })).toThrow(TypeError);
    if (key !== '') expect(() => connect({ ...connection, key })).not.toThrow(key);
    expect(asked).toEqual([]);
  });

  it.each([
    ['lines', [{ matter: { slug: 'm', title: 'M' } }, { matter: { slug: 'n', title: 'N' } }]],
    ['text', '{"matter":{"slug":"m","title":"M"}}\n{"matter":{"slug":"n","title":"N"}}\n'],
  ])('is an import of %s, a document to a line', async (_, body) => {
    const { connection, asked } = scriptedFetch(pieces(NDJSON, []));
    await read(connect(connection).importLines({ body }));
    expect(await asked[0]?.text()).toBe('{"matter":{"slug":"m","title":"M"}}\n{"matter":{"slug":"n","title":"N"}}\n');
  });
});

describe('what is answered', () => {
  it('is taken for the service only in a status and a media type that the document tells of', async () => {
    const html = () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } });
    const broken = () => new Response('{"facts', { headers: { 'content-type': 'application/json' } });
    for (const answer of [html, broken, json({}, 202), json({}, 502)]) {
      const { connection } = scriptedFetch(answer);
      await expect(connect(connection).getState()).rejects.toThrow(UnexpectedAnswer);
    }
    const { connection } = scriptedFetch(json({ status: 'starting' }, 503));
    expect((await connect(connection).getReadiness()).body.status).toBe('starting');
  });

  it('is thrown where it is a problem, with its document and when to ask again', async () => {
    const { connection } = scriptedFetch(problem(503, 'log-unavailable', { 'retry-after': '5' }));
    const thrown = await connect({ ...connection, tries: 1 })
      .getState()
      .catch((error) => error);
    expect(thrown).toMatchObject({ code: 'log-unavailable', retryAfter: 5, problem: { status: 503 } });
    expect(thrown.message).toBe('It is so. (log-unavailable)');
  });

  it('comes line by line wherever its pieces end, characters of several bytes and line separators included', async () => {
    const lines = ['{"a":"微信"}', '{"a":"\u2028"}', '{"a":3}'];
    const bytes = Buffer.from(`${lines.join('\n')}`);
    for (const size of [1, 2, 5, bytes.length]) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
          controller.close();
        },
      });
      const { connection } = scriptedFetch(() => new Response(body, { headers: { 'content-type': NDJSON } }));
      const items = await read(connect(connection).listEvents());
      expect(items).toEqual(lines.map((text) => ({ text, value: JSON.parse(text) })));
    }
  });

  it('comes event by event, without the comments between them', async () => {
    const { connection } = scriptedFetch(
      pieces('text/event-stream', [
        ': still here\n\nid: 7\nda',
        'ta: {"a":"\u2028"}\n',
        '\n: still here\n\n',
        'id: 8\ndata: 2\n\nid: 9\n',
      ]),
    );
    expect(await read(connect(connection).streamEvents())).toEqual([
      { id: '7', text: '{"a":"\u2028"}', value: { a: '\u2028' } },
      { id: '8', text: '2', value: 2 },
    ]);
  });

  it('tells once the answer begins, before it says anything', async () => {
    const { connection } = scriptedFetch(pieces('text/event-stream', ['id: 7\ndata: 1\n\n']));
    const told: string[] = [];
    for await (const { text } of connect(connection).streamEvents({}, { onOpen: () => told.push('open') })) {
      told.push(text);
    }
    expect(told).toEqual(['open', '1']);
  });

  it.each([
    ['the connection is lost', new Error('reset'), '{"a":1}\n'],
    ['the last line is not whole', undefined, '{"a":1}\n{"a'],
  ])('breaks off where %s, after what came before', async (_, end, text) => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (pulled++ === 0) controller.enqueue(Buffer.from(text));
          else if (end) controller.error(end);
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const { connection } = scriptedFetch(() => new Response(body, { headers: { 'content-type': NDJSON } }));
    const items = connect(connection).listEvents();
    expect((await items.next()).value).toMatchObject({ text: '{"a":1}' });
    await expect(items.next()).rejects.toThrow(BrokenOff);
  });

  it('is read no further than whoever reads it wants', async () => {
    let ended = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.from('1\n')),
      cancel: () => {
        ended = true;
      },
    });
    const { connection } = scriptedFetch(() => new Response(body, { headers: { 'content-type': NDJSON } }));
    for await (const _ of connect(connection).listEvents()) break;
    expect(ended).toBe(true);
  });
});
