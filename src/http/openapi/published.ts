import { createHash } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { version } from '../../version.js';
import { openApiDocument } from './document.js';
import { readExamples } from './examples.js';
import { renderPage } from './page/page.js';
import { STYLE } from './page/style.js';

/** A text as it is served. */
export interface Publication {
  readonly text: string;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The service's description, ready to be served. */
export interface Published {
  readonly document: Publication;
  readonly page: Publication;
}

/** The injection token of `() => Published`. */
export const PUBLISHED = Symbol('PUBLISHED');

const digest = (text: string, encoding: 'base64' | 'base64url'): string =>
  createHash('sha256').update(text).digest(encoding);

const publication = (text: string, headers: Publication['headers']): Publication => ({
  text,
  etag: `"${digest(text, 'base64url')}"`,
  headers,
});

/** Describes controllers. */
export function publish(controllers: readonly Type[]): Published {
  const document = openApiDocument(controllers, version(), readExamples());
  return {
    document: publication(JSON.stringify(document), { 'content-type': 'application/json; charset=utf-8' }),
    page: publication(renderPage(document), {
      'content-type': 'text/html; charset=utf-8',
      // The page runs nothing and loads nothing; its own style is all there is.
      'content-security-policy': `default-src 'none'; style-src 'sha256-${digest(STYLE, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    }),
  };
}

/** The same, made when it is first asked for: whoever starts the program for one question never does. */
export function publishing(controllers: readonly Type[]): () => Published {
  let published: Published | undefined;
  return () => {
    published ??= publish(controllers);
    return published;
  };
}
