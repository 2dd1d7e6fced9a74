import { SpanStatusCode } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Traced, Tracing } from './tracing.js';

/** Asked again and again by machines: their spans would tell nothing. */
const LEFT_OUT = new Set(['/metrics', '/health/live', '/health/started', '/health/ready']);

/** The spans of requests. */
export interface RequestSpans {
  /** The id of the trace that a request is part of. */
  traceOf(request: FastifyRequest): string | undefined;
  end(request: FastifyRequest, status: number): void;
}

/** Begins a span for every request; what is done to answer it is part of it. */
export function traceRequests(server: FastifyInstance, tracing: Tracing): RequestSpans {
  const traced = new WeakMap<FastifyRequest, Traced>();
  server.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    if (!LEFT_OUT.has(route)) traced.set(request, tracing.request(request.method, route, request.headers));
    done();
  });
  // Not earlier: reading the body would lose what is under way.
  server.addHook('preHandler', (request, _reply, done) => {
    const begun = traced.get(request);
    if (begun) tracing.within(begun.context, done);
    else done();
  });
  return {
    traceOf: (request) => traced.get(request)?.span.spanContext().traceId,
    end: (request, status) => {
      const span = traced.get(request)?.span;
      span?.setAttribute('http.response.status_code', status);
      if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    },
  };
}
