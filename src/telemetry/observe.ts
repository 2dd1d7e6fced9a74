import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyInstance } from 'fastify';
import { aroundBus } from './buses.js';
import { onFinished } from './finished.js';
import type { Telemetry } from './telemetry.js';
import { traceRequests } from './trace-requests.js';

/** Counts requests, tells of them, and begins and ends their spans. */
export function observeRequests(server: FastifyInstance, { log, metrics, tracing }: Telemetry): void {
  const spans = tracing && traceRequests(server, tracing);
  // For whoever complains: the lines about the request carry it.
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  onFinished(server, (finished, request) => {
    const { method, route, status, seconds, complete } = finished;
    metrics.request(finished);
    if (request) spans?.end(request, status);
    if (!log.isLevelEnabled('info')) return;
    const trace = request && spans?.traceOf(request);
    const durationMs = Math.round(seconds * 1e6) / 1e3;
    (request?.log ?? log).info(
      { method, route, status, durationMs, ...(trace && { trace }), ...(!complete && { complete }) },
      'request',
    );
  });
}

/** Measures commands and questions, with spans where there are any. To be called once the handlers are known. */
export function observeBuses(commands: CommandBus, queries: QueryBus, { metrics, tracing }: Telemetry): void {
  aroundBus(commands, 'Command', (name, work) =>
    metrics.command(name, tracing ? () => tracing.command(name, work) : work),
  );
  aroundBus(queries, 'Query', (name, work) => metrics.query(name, tracing ? () => tracing.query(name, work) : work));
}
