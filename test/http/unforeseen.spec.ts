import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import { meeting, recorded, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';

let client: Client;
let id: string;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  ({ id } = await recorded(client, meeting('2021')));
});
afterAll(() => client.close());

describe('a correction that removes what there never is', () => {
  it.each([
    [{ title: 'N', bogus: null }, '/changes/bogus'],
    [{ replaces: null }, '/changes/replaces'],
    [{ title: 'N', kind: null }, '/changes/kind'],
    [{ title: 'N', details: { bogus: null } }, '/changes/details/bogus'],
  ])('is refused where it stands: %j', async (changes, pointer) => {
    const reply = await client.post<Problem>(`/v1/developments/${id}/corrections`, { changes, reason: 'r' });
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid-development']);
    expect(reply.body.errors).toEqual([expect.objectContaining({ pointer })]);
  });
});

describe('what is no HTTP', () => {
  it('is answered with a problem document', async () => {
    const { hostname, port } = new URL(client.url);
    const socket = connect(Number(port), hostname);
    socket.write('GARBAGE\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'malformed-request' });
  });
});

describe('a coordinate where there is none', () => {
  it('is an unknown parameter', async () => {
    const { status, body } = await client.get<Problem>('/v1/replay?knownAt=position:1');
    expect([status, body.code]).toEqual([400, 'invalid-parameter']);
    expect((await client.get<Problem>('/v1/replay?asOf=x')).body.code).toBe('invalid-coordinate');
  });
});

describe('a line timed after itself', () => {
  it('is told so', async () => {
    const [{ problem } = {}] = await client.import([
      { development: { ...meeting('2021', { timing: [{ after: 'self' }] }), ref: 'self' } },
    ]);
    expect(problem).toMatchObject({ code: 'invalid-development', errors: [{ pointer: '/timing/0/after' }] });
    expect(problem?.detail).toContain('it is this one');
  });
});
