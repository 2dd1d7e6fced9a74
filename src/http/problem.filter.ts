import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problem, problemOf } from './problem.js';

/** Answers every error as a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Also for errors that Fastify meets before a route is reached. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const foreseen = problemOf(error);
  // By its route: in the path anything may stand.
  if (!foreseen) request.log.error({ err: error }, `${request.method} ${request.routeOptions.url ?? 'unmatched'}`);
  const { retryAfter, revision, invalidToken, ...body }: Problem =
    foreseen ?? problem('internal-error', 'This should not have happened.');
  if (reply.raw.headersSent) return;
  // Of the answer that did not come about.
  for (const name of ['cache-control', 'etag', 'location', 'idempotency-replayed']) reply.removeHeader(name);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const challenge = challengeOf(body.code, invalidToken === true);
  if (challenge !== undefined) reply.header('www-authenticate', challenge);
  if (revision !== undefined) reply.header('etag', `"${revision}"`);
  reply
    .status(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(revision === undefined ? body : { ...body, revision }));
}

/** How to say who asks (RFC 6750). */
function challengeOf(code: string, invalidToken: boolean): string | undefined {
  const challenge = 'Bearer realm="regulatory-timeline"';
  if (code === 'forbidden') return `${challenge}, error="insufficient_scope"`;
  if (code !== 'unauthenticated') return undefined;
  return invalidToken ? `${challenge}, error="invalid_token"` : challenge;
}
