import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toldProblem } from './problem.js';

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
  // By its route: in the path anything may stand.
  const where = `${request.method} ${request.routeOptions.url ?? 'unmatched'}`;
  const { retryAfter, revision, invalidToken, ...body } = toldProblem(error, (err) =>
    request.log.error({ err }, where),
  );
  if (reply.raw.headersSent) return;
  // Of the answer that did not come about.
  for (const name of ['cache-control', 'etag', 'location', 'idempotency-replayed', 'link', 'content-disposition'])
    reply.removeHeader(name);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const challenge = challengeOf(body.code, invalidToken === true, request.routeOptions.config?.basic === true);
  if (challenge !== undefined) reply.header('www-authenticate', challenge);
  if (revision !== undefined) reply.header('etag', `"${revision}"`);
  reply
    .status(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(revision === undefined ? body : { ...body, revision }));
}

const REALM = 'realm="regulatory-timeline"';

/** How to say who asks (RFC 6750, RFC 7617). */
function challengeOf(code: string, invalidToken: boolean, basic: boolean): string | undefined {
  const challenge = `Bearer ${REALM}`;
  if (code === 'forbidden') return `${challenge}, error="insufficient_scope"`;
  if (code !== 'unauthenticated') return undefined;
  const bearer = invalidToken ? `${challenge}, error="invalid_token"` : challenge;
  // First, for those who read no further.
  return basic ? `Basic ${REALM}, charset="UTF-8", ${bearer}` : bearer;
}
