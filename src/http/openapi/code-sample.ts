import type { JsonObject } from '../../event-store/canonical.js';
import type { Example } from './examples.js';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request of an example as a command for curl, where $API is the address of the service. */
export function codeSample({ summary, request }: Example): JsonObject {
  const { method, path, headers, body } = request;
  const implied = body === undefined ? 'GET' : 'POST';
  const parts = [
    `curl -s ${method === implied ? '' : `-X ${method} `}"$API${path}"`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [bodyOf(body)]),
  ];
  return { lang: 'Shell', label: summary, source: parts.join(' \\\n  ') };
}

const bodyOf = (body: Example['request']['body']): string =>
  typeof body === 'string' ? `--data-binary ${quoted(body)}` : `-d ${quoted(JSON.stringify(body, null, 2))}`;
