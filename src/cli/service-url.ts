import { InvalidArgumentError, Option } from 'commander';
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

/** The address of an operation; a service may lie below a path. */
export const addressOf = ({ url }: Service, path: string): URL => new URL(path, url.endsWith('/') ? url : `${url}/`);

/** The headers that say who asks. */
export const credentials = ({ key }: Service): Readonly<Record<string, string>> =>
  key === undefined ? {} : { authorization: `Bearer ${key}` };

/** What to tell when nothing answers. */
export function unreachable({ url }: Service, error: unknown): Failure {
  const { cause = error } = error as { cause?: unknown };
  const { code, message } = cause as { code?: string; message?: string };
  const reason = code ?? (message || String(cause));
  return new Failure(
    `nothing answers at ${url} (${reason}): is the service running there? ` +
      'Start it with regtime serve, or name another with --url',
    { cause: error },
  );
}

/** What to tell of an answer that is not 200. */
export function refusal({ url, key }: Service, status: number, body: string): Failure {
  const problem = parsed(body);
  if (problem?.code === 'unauthenticated' && key === undefined) {
    return new Failure(`${url} has to be told who asks: set REGTIME_KEY, or give --key (${problem.code})`);
  }
  return problem
    ? new Failure(`${problem.detail} (${problem.code})`)
    : new Failure(`${url} answered ${status}, but not as this service does: is --url right?`);
}

function parsed(body: string): { readonly detail: string; readonly code: string } | undefined {
  try {
    const { detail, code } = JSON.parse(body);
    return typeof detail === 'string' && typeof code === 'string' ? { detail, code } : undefined;
  } catch {
    return undefined;
  }
}
