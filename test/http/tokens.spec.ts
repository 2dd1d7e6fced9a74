import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportSPKI, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { parseRoles } from '../../src/access/token-settings.js';
import { tokensOf } from '../../src/access/tokens.js';
import type { Problem } from '../../src/http/problem.js';
import { AUDIENCE, Issuer, type Said } from '../access/issuer.js';
import { as, freshDirectory, newKey } from '../access/keys.js';
import { type Client, ndjson, start } from '../service.js';

const ACME = { type: 'company', name: 'Acme' };

const issuer = new Issuer();
const stranger = new Issuer();
let client: Client;
let rsa: Awaited<ReturnType<Issuer['add']>>;
beforeAll(async () => {
  for (const each of [issuer, stranger]) await each.open();
  rsa = await issuer.add('RS256', 'RS256');
  for (const alg of ['ES256', 'EdDSA', 'PS256', 'ES384'] as const) await issuer.add(alg, alg);
  await stranger.add('RS256', 'RS256');
  client = await start({ tokens: issuer.settings });
});
afterAll(async () => {
  await client.close();
  for (const each of [issuer, stranger]) each.close();
});

const asked = async (token: string) => {
  const { status, body, headers } = await client.get<Problem>('/v1/state', as(token));
  return { status, code: body.code, detail: body.detail, challenge: headers.get('www-authenticate') };
};
const REFUSED = { status: 401, code: 'unauthenticated', challenge: expect.stringContaining('error="invalid_token"') };

describe('a token of the issuer', () => {
  it.each(['RS256', 'ES256', 'EdDSA'] as const)('lets in when it is signed with %s', async (alg) => {
    expect(await asked(await issuer.token({ alg }))).toMatchObject({ status: 200 });
  });

  it.each(['PS256', 'ES384'] as const)(
    'does not when it is signed with %s, though its key is published',
    async (alg) => {
      expect(await asked(await issuer.token({ alg }))).toMatchObject(REFUSED);
    },
  );

  it('is needed on loopback, too', async () => {
    expect((await client.get('/v1/state')).status).toBe(401);
  });

  it('makes its sub the actor', async () => {
    const token = await issuer.token({ claims: { sub: 'auth0|5f7c8ec7c33c6c004bbafe82', roles: ['admin'] } });
    expect((await client.put('/v1/entities/acme', ACME, as(token))).status).toBe(201);
    const { text } = await client.get('/v1/events', as(token));
    expect(ndjson<{ envelope: object }>(text).at(-1)?.envelope).toMatchObject({
      actor: 'auth0|5f7c8ec7c33c6c004bbafe82',
    });
  });

  it.each<[string, Said]>(
    [
      ['expired ten seconds ago', { expires: -10 }],
      ['is good from ten seconds on', { from: 10 }],
      ['is for several audiences', { claims: { aud: ['https://elsewhere.example.org', AUDIENCE] } }],
    ].map(([what, said]) => [what as string, said as Said]),
  )('lets in when it %s', async (_what, said) => {
    expect(await asked(await issuer.token(said))).toMatchObject({ status: 200 });
  });

  it.each<[string, Said, RegExp]>([
    ['expired a minute ago', { expires: -60 }, /expired/],
    ['never expires', { expires: null }, /"exp"/],
    ['is good from a minute on', { from: 60 }, /"nbf"/],
    ['is for another audience', { claims: { aud: 'https://elsewhere.example.org' } }, /"aud"/],
    ['is for no audience', { claims: { aud: undefined } }, /"aud"/],
    ['says that it is of another issuer', { claims: { iss: 'https://issuer.example.org' } }, /"iss"/],
    ['is about nobody', { claims: { sub: undefined } }, /"sub"/],
    ['is about an e-mail address', { claims: { sub: 'someone@example.org' } }, /"sub" can not stand in a record/],
    ['would pass for a key', { claims: { sub: 'key:0123456789ab' } }, /"sub" can not stand in a record/],
    ['would pass for anybody', { claims: { sub: 'anonymous' } }, /"sub" can not stand in a record/],
    ['is about a name with blanks', { claims: { sub: 'Some One' } }, /"sub" can not stand in a record/],
    ['is about something too long', { claims: { sub: 'x'.repeat(129) } }, /"sub" can not stand in a record/],
  ])('does not when it %s', async (_what, said, detail) => {
    expect(await asked(await issuer.token(said))).toMatchObject({ ...REFUSED, detail: expect.stringMatching(detail) });
  });
});

describe('what only looks like a token of the issuer', () => {
  const good = (): JWTPayload => {
    const { issuer: iss, audience: aud } = issuer.settings;
    return { iss, aud, sub: 'user-17', roles: ['admin'], exp: Math.floor(Date.now() / 1_000) + 60 };
  };

  it('is refused when it is not signed', async () => {
    expect(await asked(new UnsecuredJWT(good()).encode())).toMatchObject(REFUSED);
  });

  it('is refused when the public key served as a shared secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI((await importJWK(rsa, 'RS256')) as never));
    const token = await new SignJWT(good()).setProtectedHeader({ alg: 'HS256', kid: 'RS256' }).sign(secret);
    expect(await asked(token)).toMatchObject(REFUSED);
  });

  it('is refused when somebody else signed it', async () => {
    expect(await asked(await stranger.token({ claims: good() }))).toMatchObject(REFUSED);
  });

  it('is refused when what it says was changed afterwards', async () => {
    const [header, payload = '', signature] = (await issuer.token()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['admin'] })).toString('base64url');
    expect(await asked(`${header}.${changed}.${signature}`)).toMatchObject(REFUSED);
  });

  it.each(['a.b.c', '...', 'e30.e30.e30', `${'x'.repeat(6_000)}.y.z`])(
    'is refused when it is garbage (%#)',
    async (text) => {
      expect(await asked(text)).toMatchObject(REFUSED);
    },
  );
});

describe('roles', () => {
  const statuses = async (token: string) => [
    (await client.get('/v1/state', as(token))).status,
    (await client.put('/v1/matters/m', { title: 'M' }, as(token))).status,
    (await client.get('/v1/events', as(token))).status,
  ];

  it.each<[string, unknown, number[]]>([
    ['none', undefined, [403, 403, 403]],
    ['of other services', ['owner', 7, null], [403, 403, 403]],
    ['reader', ['reader'], [200, 403, 403]],
    ['as a text with blanks between', 'profile recorder', [200, 201, 403]],
    ['two, each for what it is', ['recorder', 'auditor'], [200, 200, 200]],
  ])('%s', async (_what, roles, expected) => {
    expect(await statuses(await issuer.token({ claims: { roles } }))).toEqual(expected);
  });

  it('are found where the issuer puts them, under the names that it has for them', async () => {
    const roles = parseRoles('recorder=news desk,auditor=compliance');
    const nested = await tokensOf({ ...issuer.settings, roleClaim: 'realm_access.roles', roles });
    const dotted = await tokensOf({ ...issuer.settings, roleClaim: 'https://example.org/roles', roles });
    const claims = { realm_access: { roles: ['compliance', 'admin'] }, 'https://example.org/roles': ['news desk'] };
    const token = await issuer.token({ claims });
    expect([(await nested(token)).roles, (await dotted(token)).roles]).toEqual([['auditor'], ['recorder']]);
  });
});

describe('keys of the issuer', () => {
  const quick = { keep: 300, cooldown: 50, patience: 1_000 };
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const refusal = (code: string) => expect.objectContaining({ code });

  it('may change: a new one lets in, and one that was withdrawn no more', async () => {
    const tokens = await tokensOf(issuer.settings, quick);
    await issuer.add('old', 'ES256');
    const old = await issuer.token({ alg: 'ES256', kid: 'old' });
    expect((await tokens(old)).actor).toBe('user-17');
    await issuer.add('new', 'ES256');
    issuer.withdraw('old');
    await pause(quick.cooldown);
    expect((await tokens(await issuer.token({ alg: 'ES256', kid: 'new' }))).actor).toBe('user-17');
    await expect(tokens(old)).rejects.toEqual(refusal('unauthenticated'));
  });

  it('are asked for seldom, however many tokens name keys that there are not', async () => {
    const tokens = await tokensOf(issuer.settings, { ...quick, keep: 60_000, cooldown: 60_000 });
    await tokens(await issuer.token());
    const before = issuer.asked;
    await issuer.add('unheard', 'ES256');
    const unheard = await issuer.token({ alg: 'ES256', kid: 'unheard' });
    for (let n = 0; n < 20; n++) await expect(tokens(unheard)).rejects.toEqual(refusal('unauthenticated'));
    expect(issuer.asked).toBe(before);
  });

  it('that can not be had are no fault of the token, and are not asked for again at once', async () => {
    const tokens = await tokensOf(issuer.settings, quick);
    const token = await issuer.token();
    const before = issuer.asked;
    issuer.down = true;
    for (let n = 0; n < 5; n++) await expect(tokens(token)).rejects.toEqual(refusal('issuer-unavailable'));
    expect(issuer.asked).toBe(before + 1);
    issuer.down = false;
    await pause(quick.cooldown);
    expect((await tokens(token)).actor).toBe('user-17');
  });

  it('are not needed for keys of the service', async () => {
    const directory = freshDirectory();
    const { key } = await newKey(directory, 'reader');
    const unreachable = { ...issuer.settings, jwksUrl: new URL('http://127.0.0.1:9/jwks.json') };
    const service = await start({ dataDir: directory, tokens: unreachable });
    const { status, headers } = await service.get('/v1/state', as(await issuer.token()));
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect((await service.get('/v1/state', as(key))).status).toBe(200);
    await service.close();
  });

  it('are not asked for before a token comes', async () => {
    const before = issuer.asked;
    await tokensOf(issuer.settings, quick);
    expect(issuer.asked).toBe(before);
  });
});

describe('a stream', () => {
  it('ends when the token that opened it has expired', async () => {
    const token = await issuer.token({ claims: { roles: ['auditor'] }, expires: -28 });
    const answer = await fetch(`${client.url}/v1/events/stream`, { headers: as(token) });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });
});
