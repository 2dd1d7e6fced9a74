import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyFileOf } from '../../src/access/key-file.js';
import { permits, ROLES, type Role } from '../../src/access/role.js';
import type { Problem } from '../../src/http/problem.js';
import { as, freshDirectory, newKey, revoke } from '../access/keys.js';
import { operations } from '../http-openapi/conformity.js';
import { type Client, type ImportResult, ndjson, start } from '../service.js';

const ACME = { type: 'company', name: 'Acme' };
const CN = { entity: { slug: 'cn', type: 'place', name: 'China' } };
/** Milliseconds in which a running service takes in what was changed. */
const TAKEN_IN = 3_000;

async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + TAKEN_IN;
  for (;;) {
    const answer = await ask();
    if (isSo(answer) || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('on loopback, without keys', () => {
  let client: Client;
  beforeAll(async () => {
    client = await start();
  });
  afterAll(() => client.close());

  it('everybody may do everything, as anonymous', async () => {
    expect((await client.put('/v1/entities/acme', ACME)).status).toBe(201);
    const { text } = await client.get('/v1/events');
    expect(ndjson<{ envelope: object }>(text)[0]?.envelope).toMatchObject({ actor: 'anonymous' });
  });

  it('a key is refused rather than that what it records is recorded as anonymous', async () => {
    const { status, body } = await client.get<Problem>('/v1/state', as(`regtime_0123456789ab_${'x'.repeat(43)}`));
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
  });

  it('what a proxy knows its users by is left alone', async () => {
    expect((await client.get('/v1/state', { authorization: 'Basic dXNlcjpwYXNz' })).status).toBe(200);
  });
});

describe('with keys', () => {
  const directory = freshDirectory();
  const keys = {} as Record<Role, { readonly key: string; readonly id: string }>;
  let client: Client;
  beforeAll(async () => {
    for (const role of ROLES) keys[role] = await newKey(directory, role);
    client = await start({ dataDir: directory });
  });
  afterAll(() => client.close());

  describe.each(operations.map(({ method, path, operation }) => [method.toUpperCase(), path, operation] as const))(
    '%s %s',
    (method, path, { security = [], responses }) => {
      const needs = security.flatMap((way) => Object.values(way).flat())[0] as Role | undefined;
      const type = path === '/v1/import' ? 'application/x-ndjson' : 'application/json';
      // Refused for what it says, once it is let in.
      const ask = (headers: Readonly<Record<string, string>>) =>
        client.send<Problem>(
          method,
          `${path.replaceAll(/\{\w+\}/g, 'acme')}?strange=1`,
          method === 'GET' ? undefined : '{}',
          { 'content-type': type, ...headers },
        );

      it(`${needs === undefined ? 'is open' : 'needs to know who asks'}`, async () => {
        const { status, body, headers } = await ask({});
        if (needs === undefined) expect([status, body.code]).toEqual([400, 'invalid-parameter']);
        else {
          expect([status, body.code]).toEqual([401, 'unauthenticated']);
          const basic = security.some((way) => 'password' in way);
          expect(headers.get('www-authenticate')).toBe(
            `${basic ? 'Basic realm="regulatory-timeline", charset="UTF-8", ' : ''}Bearer realm="regulatory-timeline"`,
          );
          expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429']));
        }
      });

      it.each(ROLES)(
        `lets in a key of the role %s as the document says (${needs ?? 'nothing'} is needed)`,
        async (role) => {
          const { status, body, headers } = await ask(as(keys[role].key));
          if (needs === undefined || permits([role], needs)) {
            expect([status, body.code]).toEqual([400, 'invalid-parameter']);
          } else {
            expect([status, body]).toEqual([403, expect.objectContaining({ code: 'forbidden', needs })]);
            expect(body.detail).toContain(`needs the role ${needs}; key:${keys[role].id} has ${role}`);
            expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
          }
        },
      );
    },
  );

  it('recorders can not read the log itself, nor auditors record: neither includes the other', () => {
    expect([permits(['recorder'], 'auditor'), permits(['auditor'], 'recorder')]).toEqual([false, false]);
    expect(permits(['recorder', 'auditor'], 'admin')).toBe(false);
  });

  it('HEAD needs what GET needs', async () => {
    const head = async (headers = {}) => (await client.send('HEAD', '/v1/events', undefined, headers)).status;
    expect([await head(), await head(as(keys.reader.key)), await head(as(keys.auditor.key))]).toEqual([401, 403, 200]);
  });

  it('what there is not is not found, whoever asks', async () => {
    expect((await client.get<Problem>('/v1/nothing')).body.code).toBe('not-found');
  });

  it('the actor is the key, and nothing that is sent can change that', async () => {
    const sent = { ...as(keys.recorder.key), 'x-actor': 'key:somebody', from: 'somebody' };
    expect((await client.put('/v1/entities/acme', ACME, sent)).status).toBe(201);
    expect((await client.put<Problem>('/v1/entities/acme', { ...ACME, actor: 'x' }, sent)).body.code).toBe(
      'invalid-entity',
    );
    const { text } = await client.get('/v1/events', as(keys.auditor.key));
    const actors = ndjson<{ envelope: { actor: string } }>(text).map(({ envelope }) => envelope.actor);
    expect(actors).toEqual([`key:${keys.recorder.id}`]);
    expect(text).not.toContain('somebody');
  });

  it('each actor has idempotency keys of their own', async () => {
    const body = { kind: 'DevelopmentNoted', title: 'A', when: '2021', details: { effects: [] } };
    const record = async (role: Role) =>
      (await client.post<{ id: string }>('/v1/developments', body, { ...as(keys[role].key), 'idempotency-key': 'one' }))
        .body.id;
    const [first, again, other] = [await record('recorder'), await record('recorder'), await record('admin')];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('the same file imported with another key records nothing', async () => {
    const development = { kind: 'DevelopmentNoted', title: 'B', when: '2021', details: { effects: [] }, ref: 'b' };
    const lines = [
      { import: { dataset: 'd' } },
      CN,
      { development },
      { source: { of: 'b', publisher: 'P', title: 'T', language: 'en' } },
      { correction: { of: 'b', changes: { title: 'B2' }, reason: 'R' } },
    ];
    const results = async (role: Role, sent: readonly object[] = lines) => {
      const text = sent.map((line) => JSON.stringify(line)).join('\n');
      const headers = { 'content-type': 'application/x-ndjson', ...as(keys[role].key) };
      return ndjson<ImportResult>((await client.send('POST', '/v1/import', text, headers)).text);
    };
    const send = async (role: Role) => (await results(role)).at(-1)?.summary;
    expect(await send('recorder')).toEqual({ lines: 5, recorded: 4, unchanged: 1, refused: 0 });
    expect(await send('admin')).toEqual({ lines: 5, recorded: 0, unchanged: 5, refused: 0 });
    // Nor can a line slip in before those that another key has recorded.
    const late = { source: { of: 'b', publisher: 'P', title: 'Late', language: 'en' } };
    const slipped = await results('admin', [...lines.slice(0, 3), late, ...lines.slice(3)]);
    expect(slipped[3]).toMatchObject({ status: 'refused', problem: { code: 'stale-line' } });
  });

  it('nothing of a body is waited for before it is clear who sends it', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '200000' };
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${client.url}/v1/developments`, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode);
        sent.destroy();
      });
      sent.on('error', reject).flushHeaders();
    });
    expect(status).toBe(401);
  });

  it('who is refused can not go on sending for ever', async () => {
    const headers = { 'content-type': 'application/x-ndjson', 'transfer-encoding': 'chunked' };
    const sent = request(`${client.url}/v1/import`, { method: 'POST', headers, agent: false });
    const closed = new Promise((resolve) => sent.on('error', resolve).on('close', resolve));
    sent.write('{}\n');
    const [answer] = await once(sent, 'response');
    expect(answer.statusCode).toBe(401);
    answer.on('error', () => undefined).resume();
    const sending = setInterval(() => sent.write('{}\n'), 100);
    await closed;
    clearInterval(sending);
  });

  it.each([
    ['another secret', (key: string) => `${key.slice(0, -2)}${key.endsWith('AA') ? 'BB' : 'AA'}`],
    ['a key that was never made', () => `regtime_ffffffffffff_${'A'.repeat(43)}`],
    ['what is no key', () => 'secret'],
    ['a token where none are taken', () => 'eyJhbGciOiJub25lIn0.e30.'],
  ])('%s is refused', async (_what, changed) => {
    const { status, body, headers } = await client.get<Problem>('/v1/state', as(changed(keys.admin.key)));
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
  });
});

describe('a running service', () => {
  it('asks who it is once the first key is made, lets that in at once, and nobody once the last is revoked', async () => {
    const directory = freshDirectory();
    const client = await start({ dataDir: directory });
    const anonymously = async () => (await client.get('/v1/state')).status;
    expect(await anonymously()).toBe(200);
    const { key, id } = await newKey(directory, 'reader');
    expect((await client.get('/v1/state', as(key))).status).toBe(200);
    expect(await anonymously()).toBe(401);
    await revoke(directory, id);
    expect(
      await until(
        async () => (await client.get('/v1/state', as(key))).status,
        (status) => status === 401,
      ),
    ).toBe(401);
    expect(await anonymously()).toBe(401);
    rmSync(keyFileOf(directory));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await anonymously()).toBe(401);
    await client.close();
  });

  it('keeps the keys it has when what is written over them can not be read', async () => {
    const directory = freshDirectory();
    const { key } = await newKey(directory, 'reader');
    const client = await start({ dataDir: directory });
    writeFileSync(keyFileOf(directory), '{');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await client.get('/v1/state', as(key))).status).toBe(200);
    await client.close();
  });

  it('cuts off what a key has begun when it is revoked', async () => {
    const directory = freshDirectory();
    const [gone, staying] = [await newKey(directory, 'auditor'), await newKey(directory, 'auditor')];
    const client = await start({ dataDir: directory });
    const open = async (key: string) => {
      const answer = await fetch(`${client.url}/v1/events/stream`, { headers: as(key) });
      expect(answer.status).toBe(200);
      return answer.body?.getReader();
    };
    const [first, second] = [await open(gone.key), await open(staying.key)];
    await revoke(directory, gone.id);
    const ended = (async () => {
      for (;;) if ((await first?.read())?.done) return 'ended';
    })();
    expect(await ended.catch(() => 'cut off')).toBe('cut off');
    await client.put('/v1/entities/acme', ACME, as((await newKey(directory, 'recorder')).key));
    // The first is a comment that says that it listens.
    await second?.read();
    expect(new TextDecoder().decode((await second?.read())?.value)).toContain('EntityRegistered');
    await second?.cancel();
    await client.close();
  });
});

describe('the first key', () => {
  it('ends what somebody without one was being told', async () => {
    const directory = freshDirectory();
    const client = await start({ dataDir: directory });
    const { body } = await fetch(`${client.url}/v1/events/stream`);
    const reader = body?.getReader();
    await reader?.read();
    await newKey(directory, 'reader');
    await expect(
      (async () => {
        for (;;) if ((await reader?.read())?.done !== false) return;
      })(),
    ).rejects.toThrow();
    await client.close();
  });
});
