import { InvalidArgumentError, Option } from 'commander';
import { type Client, connect, ServiceProblem, UnexpectedAnswer, Unreachable } from '../client/index.js';
import { Failure } from './failure.js';

/** A running service, and the key that it is asked with. */
export interface Service {
  readonly url: string;
  readonly key?: string;
}

/** `--url`, or REGTIME_URL. */
export const urlOption = (): Option =>
  new Option('--url <url>', 'a running service')
    .env('REGTIME_URL')
    .argParser(parseUrl)
    .default('http://127.0.0.1:3000');

function parseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol)) return url.href.replace(/\/$/, '');
  throw new InvalidArgumentError('Write an address such as http://127.0.0.1:3000.');
}

/** `--key`, or REGTIME_KEY. */
export const keyOption = (): Option =>
  new Option(
    '--key <key>',
    'a key of the service or a token of its issuer; rather set the variable, which other users can not see',
  ).env('REGTIME_KEY');

/** Asks once: whoever is at the terminal can ask again. @throws {Failure} for what can be no key */
export function clientOf({ url, key }: Service): Client {
  try {
    return connect({ url, ...(key !== undefined && { key }), tries: 1 });
  } catch (error) {
    throw new Failure(`${(error as Error).message}: look at REGTIME_KEY or --key`, { cause: error });
  }
}

/** What to tell a person of what a client has thrown; anything else as it is. */
export function told({ url, key }: Service, error: unknown): unknown {
  if (error instanceof Unreachable) return unreachable(url, error);
  if (error instanceof UnexpectedAnswer) return new Failure(`${error.message}: is --url right?`, { cause: error });
  if (!(error instanceof ServiceProblem)) return error;
  return error.code === 'unauthenticated' && key === undefined
    ? new Failure(`${url} has to be told who asks: set REGTIME_KEY, or give --key (${error.code})`)
    : new Failure(error.message, { cause: error });
}

function unreachable(url: string, error: Unreachable): Failure {
  const { cause = error.cause } = error.cause as { cause?: unknown };
  const { code, message } = cause as { code?: string; message?: string };
  const reason = code ?? (message || String(cause));
  return new Failure(
    `nothing answers at ${url} (${reason}): is the service running there? ` +
      'Start it with regtime serve, or name another with --url',
    { cause: error },
  );
}
