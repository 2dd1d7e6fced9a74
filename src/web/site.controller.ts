import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { matches } from '../http/answer.interceptor.js';
import { Refusal } from '../refusal.js';
import { packedFor } from './encoding.js';
import { SITE, type Site, type SiteFile } from './site.js';

/** Its own files and this service, nothing else: no script and no style stands in the page itself. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const A_YEAR = 'public, max-age=31536000, immutable';

interface Asked {
  readonly 'if-none-match'?: string;
  readonly 'accept-encoding'?: string;
}

/** The page for people. It is open: what it shows it asks for, with the key of whoever looks. */
@Controller()
export class SiteController {
  constructor(@Inject(SITE) private readonly site: Site) {}

  @Get()
  @RouteConfig({ needs: 'public' })
  page(@Headers() asked: Asked, @Res() reply: FastifyReply): FastifyReply {
    const { page } = this.site;
    if (!page) {
      throw new Refusal(
        'not-found',
        'The page for people was not built: `npm run build` does. /docs describes the API.',
      );
    }
    reply.headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache' });
    return send(page, asked, reply);
  }

  /** Named after their content, so that a name never means anything else. */
  @Get('assets/:name')
  @RouteConfig({ needs: 'public' })
  asset(@Param('name') name: string, @Headers() asked: Asked, @Res() reply: FastifyReply): FastifyReply {
    const asset = this.site.assets.get(name);
    if (!asset) throw new Refusal('not-found', 'The page has no such file, or no longer: load it again.');
    return send(asset, asked, reply.header('cache-control', A_YEAR));
  }
}

function send(file: SiteFile, asked: Asked, reply: FastifyReply): FastifyReply {
  const { body, encoding } = packedFor(file, asked['accept-encoding']);
  reply.headers({ etag: file.etag, vary: 'accept-encoding', 'content-type': file.type });
  if (matches(asked['if-none-match'], file.etag)) return reply.status(304).send();
  if (encoding) reply.header('content-encoding', encoding);
  return reply.send(body);
}
