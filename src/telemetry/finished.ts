import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request that is over, whether it was answered or its client has left. */
export interface Finished {
  readonly method: string;
  /** As it is declared, without what its parameters were: those may be anything. */
  readonly route: string;
  /** 499 where the client left before an answer had begun. */
  readonly status: number;
  /** Whether all of the answer was sent. */
  readonly complete: boolean;
  readonly seconds: number;
}

const LEFT = 499;
const NO_ROUTE = 'unmatched';

/** Tells of every request when it is over; of those that never reached a route, without `request`. */
export function onFinished(
  server: FastifyInstance,
  tell: (finished: Finished, request: FastifyRequest | undefined) => void,
): void {
  const requests = new WeakMap<IncomingMessage, FastifyRequest>();
  // Before Fastify's own listener, which may do all the work at once. And not a hook of Fastify's: those are not
  // called where a client has left, or for a path that can't be read.
  server.server.prependListener('request', (raw, response) => {
    const began = performance.now();
    response.once('close', () => {
      const request = requests.get(raw);
      tell(
        finishedOf(raw, response, request?.routeOptions.url ?? NO_ROUTE, (performance.now() - began) / 1_000),
        request,
      );
    });
  });
  server.addHook('onRequest', (request, _reply, done) => {
    requests.set(request.raw, request);
    done();
  });
}

const finishedOf = (
  { method = '' }: IncomingMessage,
  { statusCode, headersSent, writableFinished }: ServerResponse,
  route: string,
  seconds: number,
): Finished => ({
  method,
  route,
  status: headersSent ? statusCode : LEFT,
  complete: writableFinished,
  seconds,
});
