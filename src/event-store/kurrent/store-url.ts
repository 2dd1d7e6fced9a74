import { LogUnavailable } from '../errors.js';

/** Where the streams of the log begin, unless it is set otherwise. */
export const DEFAULT_PREFIX = 'regtime.';

const SCHEME = /^(?:esdb|kurrentdb)(\+discover)?:\/\//i;
const CREDENTIALS = /^[^:@]+:[^:@]+$/;
const HOSTS = /^[a-z\d._-]+(?::\d{1,5})?(?:,[a-z\d._-]+(?::\d{1,5})?)*\/?$/i;
/** Ends in a dot, so that no prefix is the beginning of another one's stream by accident. */
const PREFIX = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,98}\.$/;

/** As the client reads their names: in any case, with or without "-" and "_". */
const flat = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');
const OPTIONS = new Set(
  [
    'connectionName',
    'defaultDeadline',
    'discoveryInterval',
    'gossipTimeout',
    'keepAliveInterval',
    'keepAliveTimeout',
    'maxDiscoverAttempts',
    'nodePreference',
    'throwOnAppendFailure',
    'tls',
    'tlsCAFile',
    'tlsVerifyCert',
    'userCertFile',
    'userKeyFile',
  ].map(flat),
);
/** Those that may only be as they are without being set. */
const ALWAYS_TRUE: ReadonlyMap<string, string> = new Map([
  // Without it, a refused append is told as revision 1 whatever the stream is at.
  ['throwonappendfailure', 'must not set throwOnAppendFailure to false'],
  ['tlsverifycert', "can't switch tlsVerifyCert off: give the certificate of the authority as tlsCAFile"],
]);

/**
 * The connection string as the client knows it, which takes `esdb:` only. What the client would refuse, or warn of, is
 * refused here: it does both with the whole URL, the password in it.
 * @throws {LogUnavailable} for what is no such URL, or asks the client to answer falsely; without any value of it
 */
export function connectionString(url: string): string {
  const scheme = SCHEME.exec(url);
  if (scheme === null || url.length === scheme[0].length) {
    throw refused('begins with esdb:// or kurrentdb://, then a host');
  }
  const rest = url.slice(scheme[0].length);
  const asked = rest.indexOf('?');
  const authority = asked < 0 ? rest : rest.slice(0, asked);
  const options = asked < 0 ? [] : rest.slice(asked + 1).split('&');
  const at = authority.lastIndexOf('@');
  if ((at >= 0 && !isCredentials(authority.slice(0, at))) || options.some((option) => option.includes('@'))) {
    throw refused('has name:password before the host, with "%", ":", "@" and "?" in them as %25, %3A, %40 and %3F');
  }
  if (!HOSTS.test(authority.slice(at + 1))) {
    throw refused('has hosts with or without a port, as one:2113,two:2113, then options after "?"');
  }
  for (const option of options) assertOption(option);
  return `esdb${scheme[1]?.toLowerCase() ?? ''}://${rest}`;
}

const refused = (what: string): LogUnavailable => new LogUnavailable(`the URL of the event store ${what}`);

function isCredentials(text: string): boolean {
  try {
    return CREDENTIALS.test(text) && decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

function assertOption(text: string): void {
  const [, name, value] = /^([a-z_-]{1,40})=([^?]+)$/i.exec(text) ?? [];
  if (name === undefined) throw refused('has options as ?name=value&name=value');
  if (!OPTIONS.has(flat(name))) throw refused(`has an option that there isn't, ${name}`);
  const fault = ALWAYS_TRUE.get(flat(name));
  if (fault !== undefined && value !== 'true') throw refused(fault);
}

/** The hosts of a URL, good or not, without what nobody else should read. */
export function shownUrl(url: string): string {
  const scheme = SCHEME.exec(url)?.[0] ?? '';
  const hosts = url.slice(Math.max(scheme.length, url.lastIndexOf('@') + 1)).replace(/[/?].*$/s, '');
  return `${scheme}${HOSTS.test(hosts) ? hosts : '…'}`;
}

/** @throws {LogUnavailable} */
export function checkedPrefix(prefix: string): string {
  if (PREFIX.test(prefix)) return prefix;
  throw new LogUnavailable(`"${prefix}" is no prefix of streams: letters, digits, "-", "_" and dots, ending in a dot`);
}
