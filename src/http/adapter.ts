import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { sendProblem } from './problem.filter.js';
import { problem } from './problem.js';
import { correlationIn } from './request-meta.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** More characters than any key of a fact has, each percent-encoded. */
const LONGEST_PARAMETER = 1_000;

/** How requests are told of. */
export interface RequestLogging {
  readonly log: FastifyBaseLogger;
  readonly newId: () => string;
}

/** What is no HTTP is answered as a problem, too: nobody has parsed a request to reply to. */
function answerMalformed(error: Error, socket: Socket): void {
  const isGone = 'code' in error && error.code === 'ECONNRESET';
  if (isGone || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problem('malformed-request', `This is no HTTP request: ${error.message}.`));
  const headers = `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`;
  socket.end(`HTTP/1.1 400 Bad Request\r\n${headers}\r\nconnection: close\r\n\r\n${body}`);
}

/** The HTTP server; what it meets before a route is reached is answered as a problem, too. */
export const httpAdapter = (logging?: RequestLogging): FastifyAdapter =>
  new FastifyAdapter({
    // While closing, what still comes in on an open connection is answered like the rest, and the connection closed.
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply.headers(SECURITY_HEADERS)),
    clientErrorHandler: answerMalformed,
    ...(logging && loggingOptions(logging)),
  });

/** Requests are told of once they are over, by `onFinished`; here only that an answer broke off. */
class BrokenAnswers extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'request' });
  }

  override incomingRequest(): void {}

  override requestCompleted(): void {}

  override routeNotFound(): void {}

  override streamError(error: Error & { code?: string }, request: FastifyRequest): void {
    // The client has left: nothing is wrong.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    request.log.error({ err: error }, `${request.method} ${request.routeOptions.url}: the answer broke off`);
  }
}

const loggingOptions = ({ log, newId }: RequestLogging) => ({
  loggerInstance: log,
  logController: new BrokenAnswers(),
  genReqId: newId,
  childLoggerFactory: (
    logger: FastifyBaseLogger,
    bindings: Readonly<Record<string, unknown>>,
    options: object,
    { headers }: Pick<FastifyRequest, 'headers'>,
  ) => {
    const correlation = correlationIn(headers);
    return logger.child({ logger: 'http', ...bindings, ...(correlation !== undefined && { correlation }) }, options);
  },
});
