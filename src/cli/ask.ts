import {
  type Answer,
  type BodyOf,
  type CallOptions,
  type OperationId,
  pages,
  type RequestOf,
} from '../client/index.js';
import { clientOf, type Service, told } from './service-url.js';

/** The operations that are answered by a list. */
export type ListOperation = {
  [Id in OperationId]: BodyOf<Id> extends { readonly next: string | null } ? Id : never;
}[OperationId];

/** What was typed, by the names of the parameters: the service judges it. Undefined is not asked. */
export type Typed<Id extends OperationId> = { readonly [Name in keyof RequestOf<Id>]?: string };

type Ask<Id extends ListOperation> = (
  request: { readonly cursor?: string },
  options?: CallOptions,
) => Promise<Answer<BodyOf<Id>>>;

/**
 * The first page of a list or, with `all`, every page.
 * @throws {Failure} when nothing answers, or the service refuses
 */
export async function* pagesOf<Id extends ListOperation>(
  service: Service,
  operation: Id,
  request: Typed<Id>,
  all: boolean,
): AsyncGenerator<Answer<BodyOf<Id>>> {
  try {
    for await (const page of pages(clientOf(service)[operation] as unknown as Ask<Id>, request)) {
      yield page;
      if (!all) return;
    }
  } catch (error) {
    throw told(service, error);
  }
}
