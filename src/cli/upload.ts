import { Readable } from 'node:stream';
import { type BodyOf, BrokenOff, type Item } from '../client/index.js';
import { Failure } from './failure.js';
import { clientOf, type Service, told } from './service-url.js';

/**
 * Sends NDJSON and yields the results as they come, while the rest is still being sent; then takes no more of it.
 * @throws {Failure} when nothing answers, the service refuses, or the connection breaks; what reading `body` throws
 */
export async function* upload(
  service: Service,
  body: Readable,
  dryRun: boolean,
): AsyncGenerator<Item<BodyOf<'importLines'>>> {
  const done = new AbortController();
  let unreadable: unknown;
  body.once('error', (error) => {
    unreadable = error;
  });
  const lines: ReadableStream<Uint8Array> = Readable.toWeb(body);
  const request = { body: lines, ...(dryRun && { dryRun: 'true' as const }) };
  try {
    yield* clientOf(service).importLines(request, { signal: done.signal });
  } catch (error) {
    throw unreadable ?? (error instanceof BrokenOff ? broken(service, error) : told(service, error));
  } finally {
    done.abort();
    body.destroy();
  }
}

const broken = ({ url }: Service, cause: BrokenOff): Failure =>
  new Failure(`the connection to ${url} broke before the end: import again, which leaves what was recorded unchanged`, {
    cause,
  });
