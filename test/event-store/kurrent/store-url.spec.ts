import { describe, expect, it } from '@jest/globals';
import { checkedPrefix, connectionString, shownUrl } from '../../../src/event-store/kurrent/store-url.js';

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

  it('is shown without its password', () => {
    expect(shownUrl('esdb://admin:changeit@host:2113?tls=true')).toBe('esdb://host:2113');
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
