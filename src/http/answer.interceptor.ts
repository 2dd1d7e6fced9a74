import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Coordinated } from '../answers/moment.js';
import { jcs } from '../event-store/canonical.js';

const MEDIA_TYPE = 'application/json; charset=utf-8';

/** ETag, Cache-Control and 304 for every answer that says its coordinates. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly log: string) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((body) => (isCoordinated(body) ? this.#tagged(body, request, reply) : body)));
  }

  #tagged(body: Coordinated, request: FastifyRequest, reply: FastifyReply): unknown {
    const { asOf, knownAt, minPosition: _, ...filter } = request.query as Record<string, string>;
    const path = request.url.split('?')[0];
    const resolved = [this.log, body.knownAt.position, body.asOf, path, filter, MEDIA_TYPE, body.rules];
    const etag = `"${createHash('sha256').update(jcs(resolved)).digest('base64url')}"`;
    const repeatable = asOf !== undefined && knownAt?.startsWith('position:');
    reply.header('etag', etag);
    reply.header('cache-control', repeatable ? 'private, max-age=3600, must-revalidate' : 'no-cache');
    reply.header('content-type', MEDIA_TYPE);
    if (!matches(request.headers['if-none-match'], etag)) return body;
    reply.status(304);
    return undefined;
  }
}

const isCoordinated = (body: unknown): body is Coordinated =>
  typeof body === 'object' && body !== null && 'knownAt' in body && 'rules' in body && 'asOf' in body;

/** Whether an If-None-Match header names the tag. */
export const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim())) ?? false;
