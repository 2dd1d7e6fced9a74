import type { SiteFile } from './site.js';

/** The smallest form of a file that an Accept-Encoding header allows, and how it is packed. */
export function packedFor(
  { plain, br, gzip }: Pick<SiteFile, 'plain' | 'br' | 'gzip'>,
  accepted = '',
): { readonly body: Buffer; readonly encoding?: 'br' | 'gzip' } {
  const taken = new Set(
    accepted
      .split(',')
      .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
      .map((each) => each.split(';')[0]?.trim().toLowerCase()),
  );
  if (br && taken.has('br')) return { body: br, encoding: 'br' };
  if (gzip && taken.has('gzip')) return { body: gzip, encoding: 'gzip' };
  return { body: plain };
}
