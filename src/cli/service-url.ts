import { InvalidArgumentError, Option } from 'commander';
import { Failure } from './failure.js';

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

/** The address of an operation; a service may lie below a path. */
export const addressOf = (service: string, path: string): URL =>
  new URL(path, service.endsWith('/') ? service : `${service}/`);

/** What to tell when nothing answers. */
export function unreachable(service: string, error: unknown): Failure {
  const { cause = error } = error as { cause?: unknown };
  const { code, message } = cause as { code?: string; message?: string };
  const reason = code ?? (message || String(cause));
  return new Failure(
    `nothing answers at ${service} (${reason}): is the service running there? ` +
      'Start it with regtime serve, or name another with --url',
    { cause: error },
  );
}

/** What to tell of an answer that is not 200. */
export function refusal(service: string, status: number, body: string): Failure {
  const problem = parsed(body);
  return problem
    ? new Failure(`${problem.detail} (${problem.code})`)
    : new Failure(`${service} answered ${status}, but not as this service does: is --url right?`);
}

function parsed(body: string): { readonly detail: string; readonly code: string } | undefined {
  try {
    const { detail, code } = JSON.parse(body);
    return typeof detail === 'string' && typeof code === 'string' ? { detail, code } : undefined;
  } catch {
    return undefined;
  }
}
