import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the page, in every form in which it is sent. */
export interface SiteFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** The page for people and what it loads, by name. */
export interface Site {
  readonly page?: SiteFile;
  readonly assets: ReadonlyMap<string, SiteFile>;
}

/** The injection token of a Site. */
export const SITE = Symbol('SITE');

export const NO_SITE: Site = { assets: new Map() };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads what web/build.mjs wrote, all of it: it is small, and is then never looked for on the disk. */
export function readSite(directory: string): Site {
  if (!existsSync(join(directory, 'index.html'))) return NO_SITE;
  const assets = join(directory, 'assets');
  const names = readdirSync(assets).filter((name) => extname(name) in TYPES);
  return {
    page: readSiteFile(join(directory, 'index.html')),
    assets: new Map(names.map((name) => [name, readSiteFile(join(assets, name))])),
  };
}

function readSiteFile(path: string): SiteFile {
  const plain = readFileSync(path);
  const packed = (ending: string): Buffer | undefined =>
    existsSync(path + ending) ? readFileSync(path + ending) : undefined;
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url')}"`,
    plain,
    br: packed('.br'),
    gzip: packed('.gz'),
  };
}
