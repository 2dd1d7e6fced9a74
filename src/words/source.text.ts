/** Who said so. */
export function sourcesText(sources: readonly { readonly publisher?: unknown }[]): string {
  const publishers = [...new Set(sources.map(({ publisher }) => String(publisher)))];
  return publishers.length === 0 ? 'no source given' : publishers.join('; ');
}
