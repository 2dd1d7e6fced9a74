import { Failure } from './failure.js';
import { get, type Parameters } from './get.js';
import { type Service, unreachable } from './service-url.js';

/** What every list answers, beside its items. */
interface Listed {
  readonly next: string | null;
}

/** A page of a list: as it was served, and read. */
export interface AnsweredPage<A> {
  readonly text: string;
  readonly answer: A;
}

/**
 * The first page of a list or, with `all`, every page.
 * @throws {Failure} when nothing answers, or the service refuses
 */
export async function* pagesOf<A extends Listed>(
  service: Service,
  path: string,
  parameters: Parameters,
  all: boolean,
): AsyncGenerator<AnsweredPage<A>> {
  let page = await ask<A>(service, path, parameters);
  yield page;
  while (all && page.answer.next !== null) {
    page = await ask<A>(service, path, { cursor: page.answer.next });
    yield page;
  }
}

async function ask<A>(service: Service, path: string, parameters: Parameters): Promise<AnsweredPage<A>> {
  const response = await get(service, path, parameters);
  const text = await response.text().catch((error) => {
    throw unreachable(service, error);
  });
  try {
    return { text, answer: JSON.parse(text) };
  } catch (error) {
    throw new Failure(`${service.url} did not answer as this service does: is --url right?`, { cause: error });
  }
}
