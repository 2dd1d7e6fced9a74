import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { erasedUpTo } from '../answers/erased-up-to.js';
import type { Compared, Coordinated } from '../answers/moment.js';
import type { Reading } from '../answers/reading.js';
import { jcs } from '../event-store/canonical.js';
import { Rendering } from './rendering.js';

const MEDIA_TYPE = 'application/json; charset=utf-8';

/** ETag, Cache-Control and 304 for every answer that says its coordinates. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reading: Pick<Reading, 'store' | 'views'>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body) => {
        if (body instanceof Rendering) {
          reply.headers(body.headers);
          return this.#tagged(body.at, body.mediaType, request, reply) ? undefined : sendable(body);
        }
        return isRepeatable(body) && this.#tagged(body, MEDIA_TYPE, request, reply) ? undefined : body;
      }),
    );
  }

  /** @returns whether whoever asks has the answer already */
  #tagged(body: Coordinated | Compared, mediaType: string, request: FastifyRequest, reply: FastifyReply): boolean {
    const query = request.query as Record<string, string>;
    const [ends, prefix] = 'from' in body ? [[body.from, body.to], 'to.'] : [[body], ''];
    const at = ends.flatMap(({ knownAt, asOf }) => [knownAt.position, asOf]);
    const filter = Object.fromEntries(Object.entries(query).filter(([name]) => !COORDINATES.has(name)));
    const { store, views } = this.reading;
    // The copy of a log without what was erased has its id and its positions.
    const erased = erasedUpTo(views.sql, Math.max(...ends.map(({ knownAt }) => Number(knownAt.position))));
    const resolved = [store.log, ...at, request.url.split('?')[0], filter, mediaType, body.rules, ...erased];
    const etag = `"${createHash('sha256').update(jcs(resolved)).digest('base64url')}"`;
    const { [`${prefix}asOf`]: asOf, [`${prefix}knownAt`]: knownAt, 'from.knownAt': since = knownAt } = query;
    const repeatable = asOf !== undefined && [knownAt, since].every((each) => each?.startsWith('position:'));
    reply.header('etag', etag);
    reply.header('cache-control', repeatable ? 'private, max-age=3600, must-revalidate' : 'no-cache');
    reply.header('content-type', mediaType);
    if (!matches(request.headers['if-none-match'], etag)) return false;
    reply.status(304);
    return true;
  }
}

const COORDINATES = new Set(['asOf', 'knownAt', 'minPosition', 'from.asOf', 'from.knownAt', 'to.asOf', 'to.knownAt']);

/** Nothing of what is made as it is sent is made before it is clear that it will be. */
const sendable = ({ body }: Rendering): string | Readable =>
  typeof body === 'string' ? body : Readable.from(body, { objectMode: false });

/** Whether it says its coordinates, of one point or of two. */
const isRepeatable = (body: unknown): body is Coordinated | Compared =>
  typeof body === 'object' &&
  body !== null &&
  'rules' in body &&
  (('knownAt' in body && 'asOf' in body) || ('from' in body && 'to' in body));

/** Whether an If-None-Match header names the tag. */
export const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim())) ?? false;
