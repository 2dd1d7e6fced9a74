import { inspect } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { shareClient } from '../../../src/event-store/kurrent/kurrent-client.js';
import { openKurrentLog } from '../../../src/event-store/kurrent/open-kurrent-log.js';
import { checkedPrefix, connectionString, shownUrl } from '../../../src/event-store/kurrent/store-url.js';
import { sealed } from '../sealed.js';
import { startWireServer } from './wire/wire-server.js';

describe('the URL of an event store', () => {
  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113?tls=false'],
    ['kurrentdb://a:b@one:2113,two:2113', 'esdb://a:b@one:2113,two:2113'],
    ['kurrentdb+discover://cluster', 'esdb+discover://cluster'],
    ['ESDB://host?throwOnAppendFailure=true', 'esdb://host?throwOnAppendFailure=true'],
  ])('%s is %s to the client', (url, text) => {
    expect(connectionString(url)).toBe(text);
  });

  it.each(['http://localhost', 'localhost:2113', 'esdb://', 'kurrent://host', ''])('is not "%s"', (url) => {
    expect(() => connectionString(url)).toThrow('esdb:// or kurrentdb://');
  });

  it('must not make the client tell refused appends as stored', () => {
    expect(() => connectionString('esdb://host?tls=false&throwOnAppendFailure=false')).toThrow('throwOnAppendFailure');
  });

  it.each([
    'esdb://admin:secret@host:2113?tls=true',
    'esdb://admin:sec/ret@host:2113?tls=true',
    'esdb://admin:sec%40ret@host:2113/?tls=true',
    'esdb://admin:sec@ret@host:2113?tls=true',
    'esdb://admin:sec?ret@host:2113?tls=true',
    'esdb://admin:secret/@host:2113',
  ])('is shown as its hosts only: %s', (url) => {
    expect(shownUrl(url)).toBe('esdb://host:2113');
  });

  it.each(['esdb://host?connectionName=a@sec ret', 'esdb://admin:secret', 'http://admin:sec/ret'])(
    'shows nothing of what it can not tell from a password: %s',
    (url) => expect(shownUrl(url)).not.toContain('sec'),
  );

  it.each([
    ['a scheme of another kind', 'http://admin:secret@host', 'esdb:// or kurrentdb://'],
    ['an "@" in the password', 'esdb://admin:@secret@host', '%40'],
    ['a "?" in the password', 'esdb://admin:?secret@host', '%3F'],
    ['a ":" in the password', 'esdb://admin:sec:secret@host', '%3A'],
    ['a "%" in the password', 'esdb://admin:%secret@host', '%25'],
    ['a name without a password', 'esdb://secret@host', 'name:password'],
    ['a port that is none', 'esdb://admin:secret@host:two', 'hosts'],
    ['an unknown option', 'esdb://admin:secret@host?tls=false&retries=3', 'retries'],
    ['an option without a value', 'esdb://admin:secret@host?tls', '?name=value'],
    ['certificates that are not looked at', 'esdb://admin:secret@host?tlsVerifyCert=false', 'tlsCAFile'],
    ['failures told as answers', 'esdb://admin:secret@host?throw-on-append-failure=false', 'throwOnAppendFailure'],
  ])('is refused for %s without a word of it', (_, url, sentence) => {
    const refusing = () => connectionString(url);
    expect(refusing).toThrow(sentence);
    expect(refusing).not.toThrow(/secret/);
  });

  it.each(['tls=perhaps', 'maxDiscoverAttempts=x', 'nodePreference=secret', 'tlsCAFile=missing.pem'])(
    "that the client doesn't take is refused without the password: %s",
    (option) => {
      const refusing = () => shareClient(`esdb://admin:secret@host?${option}`);
      expect(refusing).toThrow("the URL of the event store can't be used");
      expect(refusing).not.toThrow(/secret/);
    },
  );

  it("never makes the client warn, which shows all of it, whatever the option's case", () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (const option of ['TLS_verify-cert=false', 'secret=1', 'dnsDiscover=true']) {
      expect(() => shareClient(`esdb://admin:secret@host?${option}`)).toThrow(LogUnavailable);
    }
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('a password', () => {
  it('is in no error that the log fails with, and so in no answer and no line of health', async () => {
    const wire = await startWireServer();
    const url = wire.url.replace('//', '//admin:sec/ret%40word@');
    const patience = { append: { attempt: 50, whole: 100, pause: 5 }, numbering: 100 };
    const failures: unknown[] = [];
    const onFailure = (error: unknown): unknown => failures.push(error);
    const store = await openKurrentLog({ url, directory: ':memory:', clock: Date.now, patience, onFailure });
    await wire.kill();
    const attempts = [store.append('a', -1, [sealed(store.log, 'a', 0)]), store.head(), store.readStream('a')];
    for (const each of await Promise.allSettled(attempts)) failures.push((each as PromiseRejectedResult).reason);
    expect(() => shareClient('esdb://admin:sec/ret@another')).toThrow(/127\.0\.0\.1/);
    expect(() => shareClient('esdb://admin:sec/ret@another')).not.toThrow(/sec.ret/);
    expect(failures.length).toBeGreaterThan(2);
    expect(inspect(failures, { depth: 9 })).not.toMatch(/sec\/ret|admin/);
    await store.close();
    await wire.stop();
  });
});

describe('a prefix of streams', () => {
  it('ends in a dot and is no system stream', () => {
    expect(checkedPrefix('regtime.')).toBe('regtime.');
    for (const prefix of ['regtime', '', '.', '$regtime.', 'a b.', 'x'.repeat(100)]) {
      expect(() => checkedPrefix(prefix)).toThrow('no prefix');
    }
  });
});
