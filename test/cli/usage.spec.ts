import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS_SETTINGS } from '../../src/cli/access.options.js';
import { build } from './build.js';
import { regtime } from './program.js';

const BUILD_TIMEOUT = 120_000;
beforeAll(() => void build(), BUILD_TIMEOUT);

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
    ['no command', [], {}, /Usage: regtime/],
    ['an unknown command', ['serv'], {}, /unknown command 'serv'/],
    ['an unknown option', ['state', '--asof', '2021-09-15'], {}, /unknown option '--asof'/],
    ['a word too many', ['serve', 'here'], {}, /too many arguments/],
    ['a missing file', ['import'], {}, /missing required argument 'file'/],
    ['a port that is none', ['serve', '--port', '70000'], {}, /from 0 to 65535/],
    ['a port in the environment that is none', ['serve'], { PORT: 'http' }, /'http' from env 'PORT'/],
    ['a log level that is none', ['serve'], { LOG_LEVEL: 'loud' }, /'loud' from env 'LOG_LEVEL'.*trace, debug, info/],
    ['a log format that is none', ['serve', '--log-format', 'xml'], {}, /json, text/],
    [
      'an event store of another kind',
      ['serve'],
      { EVENT_STORE_URL: 'http://localhost:2113' },
      /esdb:\/\/ or kurrentdb:/,
    ],
    ['a prefix without an event store', ['serve', '--event-store-prefix', 'ours.'], {}, /give --event-store-url too/],
    ['an address that is none', ['timeline', '--url', 'localhost:3000'], {}, /http:\/\/127\.0\.0\.1:3000/],
    ['an order that is none', ['timeline', '--order', 'up'], {}, /asc, desc/],
    ['two places to ask', ['state', '--url', 'http://127.0.0.1:3000', '--data-dir', '.'], {}, /two places/],
  ])('%s', async (_, words, settings, message) => {
    const { code, stdout, stderr } = await regtime(words, settings);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('the password of an event store', () => {
  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ['in the environment', ['serve'], { EVENT_STORE_URL: 'http://admin:se/cret@host' }],
    ['as an option', ['serve', '--event-store-url', 'esdb://admin:se@cret@host'], {}],
    ['with an option that there is not', ['serve', '--event-store-url', 'esdb://admin:cret@host?tls=no&x=1'], {}],
    ['of a migration', ['migrate', '--from', 'esdb://admin:cret@host?tlsVerifyCert=false', '--to', '.'], {}],
  ])('%s is not printed when the URL is refused', async (_, words, settings) => {
    const { code, stdout, stderr } = await regtime(words, settings);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain('event store');
    expect(stdout + stderr).not.toContain('cret');
  });
});

describe('regtime', () => {
  it('helps with examples', async () => {
    const { code, stdout } = await regtime(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('$ regtime state --as-of 2021-09-15 --entity wechat');
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await regtime(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('names every variable and default in the help of serve', async () => {
    const { stdout } = await regtime(['serve', '--help']);
    for (const name of [
      'HOST',
      'PORT',
      'DATA_DIR',
      'EVENT_STORE_URL',
      'EVENT_STORE_PREFIX',
      'SAMPLE=1',
      'LOG_LEVEL',
      'LOG_FORMAT',
      ...ACCESS_SETTINGS,
    ])
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`env: ${name}`);
    for (const value of ['"127.0.0.1"', '3000', '"./var"', '"warn"'])
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`default: ${value}`);
  });
});
