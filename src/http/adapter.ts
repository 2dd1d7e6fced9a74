import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.filter.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** More characters than any key of a fact has, each percent-encoded. */
const LONGEST_PARAMETER = 1_000;

/** The HTTP server; what it meets before a route is reached is answered as a problem, too. */
export const httpAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    // While closing, what still comes in on an open connection is answered like the rest, and the connection closed.
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply.headers(SECURITY_HEADERS)),
  });
