import type { Answer, CallOptions } from './types.js';

interface Listed {
  readonly next: string | null;
}

/** All pages of a list, all given at the coordinates of the first: `pages(service.getState, { entity: 'wechat' })`. */
export async function* pages<Request, Page extends Listed>(
  ask: (request: Request, options?: CallOptions) => Promise<Answer<Page>>,
  request: NoInfer<NonNullable<Request>>,
  options?: CallOptions,
): AsyncGenerator<Answer<Page>, void, undefined> {
  let page = await ask(request, options);
  yield page;
  while (page.body.next !== null) {
    // Every operation that answers with `next` takes it as `cursor`, beside the same parameters.
    page = await ask({ ...request, cursor: page.body.next }, options);
    yield page;
  }
}
