import { LogUnavailable } from '../errors.js';

/** Where the streams of the log begin, unless it is set otherwise. */
export const DEFAULT_PREFIX = 'regtime.';

const SCHEME = /^(?:esdb|kurrentdb)(\+discover)?:\/\//i;
/** Ends in a dot, so that no prefix is the beginning of another one's stream by accident. */
const PREFIX = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,98}\.$/;

/**
 * The connection string as the client knows it, which takes `esdb:` only.
 * @throws {LogUnavailable} for what is no such URL, or asks the client to answer falsely
 */
export function connectionString(url: string): string {
  const scheme = SCHEME.exec(url);
  if (scheme === null || url.length === scheme[0].length) {
    throw new LogUnavailable('the URL of the event store begins with esdb:// or kurrentdb://, then a host');
  }
  // Without it, a refused append is told as revision 1 whatever the stream is at.
  if (/[?&]throwOnAppendFailure=(?!true\b)/i.test(url)) {
    throw new LogUnavailable('the URL of the event store must not set throwOnAppendFailure to false');
  }
  return `esdb${scheme[1]?.toLowerCase() ?? ''}://${url.slice(scheme[0].length)}`;
}

/** The URL without what nobody else should read. */
export const shownUrl = (url: string): string => url.replace(/\/\/[^@/]*@/, '//').replace(/[?].*$/, '');

/** @throws {LogUnavailable} */
export function checkedPrefix(prefix: string): string {
  if (PREFIX.test(prefix)) return prefix;
  throw new LogUnavailable(`"${prefix}" is no prefix of streams: letters, digits, "-", "_" and dots, ending in a dot`);
}
