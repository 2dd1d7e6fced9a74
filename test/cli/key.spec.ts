import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from './build.js';
import { regtime, served, start, stop, temporaryDirectory } from './program.js';

const BUILD_TIMEOUT = 120_000;
beforeAll(() => void build(), BUILD_TIMEOUT);

const KEY = /^regtime_([0-9a-f]{12})_[\w-]{43}\n$/;

async function made(dataDir: string, role = 'recorder', name = 'newsdesk') {
  const { stdout } = await regtime(['key', 'create', '--role', role, '--name', name, '--data-dir', dataDir]);
  return { key: stdout.trim(), id: KEY.exec(stdout)?.[1] ?? '' };
}

describe('regtime key', () => {
  it('create prints the key alone on stdout, once, and keeps no more than a hash that the owner alone can read', async () => {
    const dataDir = join(temporaryDirectory(), 'new');
    const { code, stdout, stderr } = await regtime(['key', 'create', '--role', 'recorder', '--name', 'newsdesk'], {
      DATA_DIR: dataDir,
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(KEY);
    expect(stderr).toMatch(/^key [0-9a-f]{12} \(recorder, newsdesk\): it is not shown again\n$/);
    const file = join(dataDir, 'keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const kept = readFileSync(file, 'utf8');
    expect(kept).not.toContain(stdout.trim().split('_')[2]);
    expect(JSON.parse(kept)).toEqual({
      format: 'regtime-keys/1',
      keys: [
        {
          id: KEY.exec(stdout)?.[1],
          name: 'newsdesk',
          role: 'recorder',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          createdAt: expect.stringMatching(/Z$/),
        },
      ],
    });
  });

  it('keeps every key when several are made at the same time', async () => {
    const dataDir = temporaryDirectory();
    const keys = await Promise.all(['a', 'b', 'c', 'd'].map((name) => made(dataDir, 'reader', name)));
    const { stdout } = await regtime(['key', 'list', '--json', '--data-dir', dataDir]);
    const listed = JSON.parse(stdout).keys.map(({ id }: { id: string }) => id);
    expect(listed.sort()).toEqual(keys.map(({ id }) => id).sort());
    expect(existsSync(join(dataDir, 'keys.json.new'))).toBe(false);
  });

  it('list shows them all, revoked ones too, and of none what opens anything', async () => {
    const dataDir = temporaryDirectory();
    const [first, second] = [await made(dataDir, 'auditor', '监管 desk'), await made(dataDir)];
    const revoked = await regtime(['key', 'revoke', first.id, '--data-dir', dataDir]);
    expect(revoked).toMatchObject({ code: 0, stdout: expect.stringMatching(`^key ${first.id} .* is revoked since `) });
    const { stdout } = await regtime(['key', 'list', '--data-dir', dataDir]);
    expect(stdout).toMatch(/^id +role +name +made +revoked\n/);
    expect(stdout).toMatch(new RegExp(`${first.id}  auditor   监管 desk  \\S+Z  \\S+Z\n${second.id}  recorder`));
    const json = (await regtime(['key', 'list', '--json', '--data-dir', dataDir])).stdout;
    expect(json).not.toContain('sha256');
  });

  it('revoke says when there is no such key, and leaves the others', async () => {
    const dataDir = temporaryDirectory();
    await made(dataDir);
    const before = readFileSync(join(dataDir, 'keys.json'), 'utf8');
    const { code, stderr } = await regtime(['key', 'revoke', 'ffffffffffff', '--data-dir', dataDir]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^regtime: there is no key ffffffffffff in [^\n]*\n$/);
    expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(before);
    expect(existsSync(join(dataDir, 'keys.json.new'))).toBe(false);
  });

  it.each([
    ['a role that is none', ['create', '--role', 'owner', '--name', 'x'], /reader, recorder, auditor, admin/],
    ['no role', ['create', '--name', 'x'], /--role/],
    ['no name', ['create', '--role', 'reader'], /--name/],
    ['a name that is none', ['create', '--role', 'reader', '--name', ' '], /1 to 64 visible/],
    ['no id', ['revoke'], /'id'/],
    ['nothing to do', [], /Usage: regtime key/],
  ])('with %s is wrong usage', async (_what, words, message) => {
    const { code, stderr } = await regtime(['key', ...words]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('regtime serve', () => {
  it.each(['cli', 'main'] as const)(
    'says in one line how to tell who asks where others can reach it (%s)',
    async (entry) => {
      const dataDir = join(temporaryDirectory(), 'new');
      const words = ['--host', '0.0.0.0', '--port', '0', '--data-dir', dataDir];
      const ended = await start(entry, entry === 'cli' ? ['serve', ...words] : words).ended;
      expect(ended).toEqual({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /^regtime: [^\n]*regtime key create [^\n]*--jwt-issuer[^\n]*--host 127\.0\.0\.1\n$/,
        ),
      });
      expect(existsSync(dataDir)).toBe(false);
    },
  );

  it('starts there once there is a key', async () => {
    const dataDir = temporaryDirectory();
    const { key } = await made(dataDir);
    const service = await served(['--host', '0.0.0.0'], dataDir);
    const url = service.url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${url}/v1/state`)).status).toBe(401);
    expect((await fetch(`${url}/v1/state`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
    expect(await stop(service)).toMatchObject({ code: 0, stderr: '' });
  });

  it('does not start with keys that can not be read', async () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, 'keys.json'), '{"format":"regtime-keys/2","keys":[]}');
    const { code, stderr } = await regtime(['serve', '--port', '0', '--data-dir', dataDir]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^regtime: the keys in [^\n]*keys\.json can't be read: its format is not regtime-keys\/1\n$/,
    );
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['an issuer without an audience', { JWT_ISSUER: 'https://i', JWT_JWKS_URL: 'https://i/jwks' }, /belong together/],
    ['keys of an issuer by http', { JWT_JWKS_URL: 'http://issuer.example.org/jwks' }, /https/],
    ['a role that is none', { JWT_ROLES: 'owner=x' }, /reader, recorder, auditor, admin/],
    ['a host with a scheme', { ALLOWED_HOSTS: 'https://timeline.example.org' }, /without scheme/],
    ['a rate that is none', { RATE_LIMIT: 'fast' }, /10\/s/],
  ])('with %s is wrong usage', async (_what, settings, message) => {
    const { code, stderr } = await regtime(['serve', '--port', '0', '--data-dir', temporaryDirectory()], settings);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('takes all of it from the environment', async () => {
    const settings = {
      JWT_ISSUER: 'https://issuer.example.org',
      JWT_AUDIENCE: 'timeline',
      JWT_JWKS_URL: 'https://issuer.example.org/jwks',
      ALLOWED_HOSTS: 'timeline.example.org',
      RATE_LIMIT: '2',
    };
    const service = await served(['--host', '0.0.0.0'], undefined, settings);
    const ask = async () => (await fetch(`${service.url.replace('0.0.0.0', 'localhost')}/v1/state`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 429]);
    await stop(service);
  });
});

describe('commands that ask a service', () => {
  it('say who asks with REGTIME_KEY or --key, and what to do where neither is given', async () => {
    const dataDir = temporaryDirectory();
    const { key } = await made(dataDir);
    const service = await served([], dataDir);
    const input = '{"entity":{"slug":"cn","type":"place","name":"China"}}\n';
    const url = ['--url', service.url];
    const imported = await regtime(['import', '-', ...url], { REGTIME_KEY: key }, input);
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 recorded') });
    for (const words of [['state'], ['timeline'], ['replay']]) {
      expect(await regtime([...words, ...url, '--key', key])).toMatchObject({ code: 0, stderr: '' });
      const { code, stderr } = await regtime([...words, ...url]);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^regtime: [^\n]*REGTIME_KEY[^\n]*--key[^\n]*\n$/)]);
    }
    const refused = await regtime(['import', '-', ...url], {}, input);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('REGTIME_KEY') });
    const wrong = await regtime(['state', ...url], { REGTIME_KEY: `${key.slice(0, -2)}--` });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('unauthenticated') });
    await stop(service);
  });

  it('need no key for a data directory: whoever can read it can read it', async () => {
    const dataDir = temporaryDirectory();
    await made(dataDir);
    await stop(await served([], dataDir));
    for (const words of [['state'], ['timeline'], ['replay']]) {
      expect(await regtime([...words, '--data-dir', dataDir])).toMatchObject({ code: 0, stderr: '' });
    }
  });
});
