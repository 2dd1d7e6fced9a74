import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import { meeting, noted, recorded, registerCast } from '../cast.js';
import { type Client, type Reply, start } from '../service.js';

const JSON_TYPE = { 'content-type': 'application/json' };

let client: Client;
let id: string;
let head: number;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  ({ id } = await recorded(client, meeting('2021')));
  head = await client.head();
});
afterAll(() => client.close());

/** The body as a text, since JSON.stringify would repair some of what is wrong with it. */
const body = (title: string, more = ''): string =>
  `{"kind":"GuidanceMeetingHeld","title":${title},"when":"2021","details":{"authority":"miit","attendees":["alibaba"],` +
  `"topics":["x"]}${more}}`;

const send = (text: string | Uint8Array, path = '/v1/developments'): Promise<Reply<Problem>> =>
  client.send('POST', path, text, JSON_TYPE);

async function expectNothingStored(): Promise<void> {
  expect((await client.get('/health/live')).status).toBe(200);
  expect(await client.head()).toBe(head);
}

describe('texts', () => {
  it.each([
    ['half of a surrogate pair', '"\\ud800"'],
    ['the other half', '"a\\udc00b"'],
    ['halves in the wrong order', '"\\udc00\\ud800"'],
    ['NUL', '"a\\u0000b"'],
  ])('with %s are refused where they stand', async (_, title) => {
    const { status, body: told } = await send(body(title));
    expect([status, told.code]).toEqual([422, 'invalid-development']);
    expect(told.errors).toMatchObject([{ pointer: '/title' }]);
    await expectNothingStored();
  });

  it.each([
    ['a lone byte', [0xff]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['past U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a character cut short', [0xe4, 0xb8]],
  ])('in bytes that are no UTF-8 are refused: %s', async (_, bytes) => {
    const text = body('"@"');
    const at = text.indexOf('@');
    const sent = Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from(bytes), Buffer.from(text.slice(at + 1))]);
    const { status, body: told } = await send(sent);
    expect([status, told.code]).toEqual([400, 'malformed-json']);
    await expectNothingStored();
  });

  it('of a whole pair, and a byte order mark before the body, are fine', async () => {
    const { status } = await send(`\ufeff${body('"\\ud83d\\ude00"')}`);
    expect(status).toBe(201);
    head++;
    const { body: page } = await client.get<{ developments: { title: string }[] }>('/v1/timeline?order=desc&limit=1');
    expect(page.developments[0]?.title).toBe('\u{1f600}');
  });
});

describe('names', () => {
  it.each([
    ['__proto__', ',"__proto__":{"kind":"FineImposed"}'],
    ['constructor', ',"constructor":{"prototype":{"polluted":true}}'],
    ['toString', ',"toString":"x"'],
    ['hasOwnProperty', ',"hasOwnProperty":1'],
  ])('that mean something to a program are only unknown fields: %s', async (name, member) => {
    const { status, body: told } = await send(body('"x"', member));
    expect([status, told.code]).toEqual([422, 'invalid-development']);
    expect(told.errors).toContainEqual({ pointer: `/${name}`, detail: expect.any(String) });
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
    await expectNothingStored();
  });

  it('that mean something are refused further in, too', async () => {
    for (const text of [
      body('"x"').replace('"authority"', '"__proto__":{},"authority"'),
      body('"x"').replace('"authority"', '"constructor":{},"authority"'),
    ]) {
      expect((await send(text)).status).toBe(422);
    }
    const changes = '{"changes":{"__proto__":{"title":"x"}},"reason":"r"}';
    expect((await send(changes, `/v1/developments/${id}/corrections`)).status).toBe(422);
    const inner = '{"changes":{"details":{"__proto__":{"authority":"samr"}}},"reason":"r"}';
    expect((await send(inner, `/v1/developments/${id}/corrections`)).status).toBe(422);
    const names = '{"type":"company","name":"x","names":{"__proto__":"x"}}';
    expect((await client.send('PUT', '/v1/entities/x', names, JSON_TYPE)).status).toBe(422);
    await expectNothingStored();
  });

  it('that are one name written in two ways are refused', async () => {
    const { status, body: told } = await send(body('"x"', ',"caf\u00e9":1,"cafe\u0301":2'));
    expect(status).toBe(422);
    expect(JSON.stringify(told.errors)).toContain('twice');
    await expectNothingStored();
  });

  it('as predicates, kinds and slugs name nothing that is built into the language', async () => {
    const effects = [{ predicate: 'constructor', subject: 'wechat', value: 'x' }];
    const { status } = await client.post('/v1/developments', noted('2021', effects));
    expect(status).toBe(201);
    head++;
    expect((await client.get('/v1/facts/constructor:wechat?asOf=2022-01-01')).status).toBe(200);
    for (const path of ['/v1/facts/__proto__:wechat', '/v1/facts/toString:wechat', '/v1/entities/__proto__']) {
      expect((await client.get(path)).status).toBe(404);
    }
    expect((await send(body('"x"').replace('GuidanceMeetingHeld', 'constructor'))).status).toBe(422);
    expect((await send(body('"x"').replace('GuidanceMeetingHeld', '__proto__'))).status).toBe(422);
  });
});

describe('numbers', () => {
  it.each(['1.5', '1e400', '-1e400', '1e-5', '9007199254740993', '1e21', '0.1'])(
    'that not every reader keeps exactly are refused: %s',
    async (number) => {
      const text = `{"kind":"AppsRemoved","title":"x","when":"2021","details":{"store":"wechat","jurisdiction":"cn",
        "category":"wechat","count":${number}}}`;
      const { status, body: told } = await send(text);
      expect([status, told.errors]).toMatchObject([422, [{ pointer: '/details/count' }]]);
      await expectNothingStored();
    },
  );

  it.each(['NaN', 'Infinity', '01', '+1', '0x10', '1.', '.5'])(
    'that JSON does not have are malformed: %s',
    async (number) => {
      expect((await send(body('"x"', `,"n":${number}`))).body.code).toBe('malformed-json');
      await expectNothingStored();
    },
  );
});

describe('shapes', () => {
  it.each(['null', '[]', '5', '"x"', 'true', '[{}]'])('a body has to be an object: %s', async (text) => {
    for (const path of ['/v1/developments', `/v1/developments/${id}/corrections`, `/v1/developments/${id}/sources`]) {
      expect((await send(text, path)).status).toBe(422);
    }
    await expectNothingStored();
  });

  it.each([
    ['lists', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['objects', (depth: number) => '{"a":'.repeat(depth) + 1 + '}'.repeat(depth)],
  ])('nested very deeply are refused: %s', async (_, nested) => {
    for (const depth of [40, 1_000, 40_000]) {
      const { status } = await send(body('"x"', `,"note":${nested(depth)}`));
      expect(status).toBe(422);
    }
    await expectNothingStored();
  });

  it('of thousands of wrong members are answered briefly', async () => {
    const members = Array.from({ length: 5_000 }, (_, index) => `,"m${index}":"\\ud800"`).join('');
    const { status, text } = await send(body('"x"', members));
    expect(status).toBe(422);
    expect(text.length).toBeLessThan(50_000);
    await expectNothingStored();
  });
});

describe('sizes', () => {
  it('a body over the limit is refused, also where its length is not told beforehand', async () => {
    const large = body(`"${'x'.repeat(2_000_000)}"`);
    expect((await send(large)).body.code).toBe('body-too-large');
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 50_000) controller.enqueue(Buffer.from(large.slice(at, at + 50_000)));
        controller.close();
      },
    });
    // The connection may be closed before all of it is sent.
    const status = await fetch(`${client.url}/v1/developments`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: chunks,
      duplex: 'half',
    } as RequestInit).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    await expectNothingStored();
  });

  it('of paths and headers past all reason are refused', async () => {
    const statuses = [
      (await client.get(`/v1/facts/${'a'.repeat(5_000)}`)).status,
      (await client.get(`/v1/entities/${'a'.repeat(500)}`)).status,
      (await client.get(`/v1/state?entity=${'a'.repeat(5_000)}`)).status,
    ];
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
  });

  it('of the longest key a fact can have are taken', async () => {
    const slug = 's'.repeat(64);
    await client.put(`/v1/entities/${slug}`, { type: 'service', name: 'Long' });
    const predicate = 'p'.repeat(64);
    await recorded(client, noted('2021', [{ predicate, subject: slug, object: slug, value: 'x' }]));
    head = await client.head();
    for (const key of [`${predicate}:${slug}:${slug}`, encodeURIComponent(`${predicate}:${slug}:${slug}`)]) {
      const { status, body: told } = await client.get<{ value: string }>(`/v1/facts/${key}?asOf=2022-01-01`);
      expect([status, told.value]).toEqual([200, 'x']);
    }
  });
});

describe('paths', () => {
  it.each(['/v1/facts/%E0%A4%A', '/v1/entities/%', '/%ff', '/v1/developments/%00', '/v1/facts/%00:%00'])(
    'that name nothing are answered with a problem: %s',
    async (path) => {
      const { status, headers, body: told } = await client.get<Problem>(path);
      expect(status === 400 || status === 404).toBe(true);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(told).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
    },
  );
});

describe('connections', () => {
  beforeEach(async () => {
    head = await client.head();
  });

  const raw = async (text: string): Promise<void> => {
    const { hostname, port } = new URL(client.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(text);
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.destroy();
  };

  it('that are no HTTP, or end in the middle of a body, store nothing', async () => {
    await raw('\u0000\u0001\u0002 nonsense\r\n\r\n');
    const headers = 'Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n';
    await raw(`POST /v1/developments HTTP/1.1\r\n${headers}${body('"x"')}`);
    const lines = 'Host: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 5000\r\n\r\n';
    await raw(`POST /v1/import HTTP/1.1\r\n${lines}{"development":${body('"x"').slice(0, 60)}`);
    await expectNothingStored();
  });

  it('that end in the middle of an import keep the lines that were whole', async () => {
    const lines = 'Host: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 50000\r\n\r\n';
    await raw(
      `POST /v1/import HTTP/1.1\r\n${lines}{"development":${body('"whole"')}}\n{"development":${body('"x"').slice(0, 60)}`,
    );
    head++;
    await expectNothingStored();
  });
});
