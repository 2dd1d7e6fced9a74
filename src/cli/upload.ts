import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from './failure.js';
import { linesOf } from './lines.js';
import { credentials, refusal, type Service, unreachable } from './service-url.js';

const NDJSON = 'application/x-ndjson';

/**
 * Sends NDJSON and yields the lines of the answer as they come, while the rest is still being sent (which fetch can't).
 * @throws {Failure} when nothing answers, the service refuses, or the connection breaks; what reading `body` throws
 */
export async function* upload(service: Service, address: URL, body: Readable): AsyncGenerator<string> {
  const request = (address.protocol === 'https:' ? requestHttps : requestHttp)(address, {
    method: 'POST',
    headers: { 'content-type': NDJSON, accept: `${NDJSON}, application/problem+json`, ...credentials(service) },
    agent: false,
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  let unreadable: unknown;
  body.once('error', (error) => {
    // Else it only ends because the connection did.
    if (!request.destroyed) unreadable = error;
  });
  // A service that refuses stops reading; its answer says why, and `answered` or the answer's end tell of the rest.
  pipeline(body, request).catch(() => undefined);

  const response = await answered.catch((error) => {
    throw unreadable ?? unreachable(service, error);
  });
  response.setEncoding('utf8');
  try {
    const { statusCode = 0, headers } = response;
    if (statusCode !== 200 || !headers['content-type']?.startsWith(NDJSON)) {
      throw refusal(service, statusCode, await textOf(response).catch(() => ''));
    }
    yield* linesOf(response);
  } catch (error) {
    throw unreadable ?? (error instanceof Failure ? error : broken(service, error));
  } finally {
    request.destroy();
  }
}

/** What to tell when the answer ends before its end. */
const broken = (service: Service, cause?: unknown): Failure =>
  new Failure(
    `the connection to ${service.url} broke before the end: import again, which leaves what was recorded unchanged`,
    { cause },
  );

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
