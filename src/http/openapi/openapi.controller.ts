import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { anyObject, text } from '../../schema.js';
import { matches } from '../answer.interceptor.js';
import { WithoutParameters } from '../without-parameters.js';
import { type Answer, In, Operation } from './operation.js';
import { PUBLISHED, type Publication, type Published } from './published.js';

const NOT_MODIFIED: Answer = {
  description: 'It is the one that If-None-Match names.',
  headers: ['answerTag', 'cacheControl'],
};

/** The service's own description, for programs and for people. */
@Controller()
@WithoutParameters()
@In('Service')
export class OpenApiController {
  constructor(@Inject(PUBLISHED) private readonly published: () => Published) {}

  @Get('openapi.json')
  @Operation({
    id: 'getOpenApi',
    summary: 'This description, for programs',
    needs: 'public',
    description: 'OpenAPI 3.1, generated from the code that answers.',
    headers: ['ifNoneMatch'],
    answers: {
      200: {
        description: 'The document.',
        content: { 'application/json': { schema: anyObject('An OpenAPI 3.1 document.') } },
        headers: ['answerTag', 'cacheControl'],
      },
      304: NOT_MODIFIED,
    },
    problems: ['invalid-parameter', 'internal-error'],
  })
  document(@Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return send(this.published().document, known, reply);
  }

  @Get('docs')
  @Operation({
    id: 'getDocs',
    summary: 'This description, for people',
    needs: 'public',
    description: 'One page of HTML without scripts, made from the same document; nothing is loaded from elsewhere.',
    headers: ['ifNoneMatch'],
    answers: {
      200: {
        description: 'The page.',
        content: { 'text/html': { schema: text('HTML.') } },
        headers: ['answerTag', 'cacheControl'],
      },
      304: NOT_MODIFIED,
    },
    problems: ['invalid-parameter', 'internal-error'],
  })
  page(@Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return send(this.published().page, known, reply);
  }
}

function send(
  { text, etag, headers }: Publication,
  known: string | undefined,
  reply: FastifyReply,
): string | undefined {
  reply.headers({ ...headers, etag, 'cache-control': 'no-cache' });
  if (!matches(known, etag)) return text;
  reply.status(304);
  return undefined;
}
