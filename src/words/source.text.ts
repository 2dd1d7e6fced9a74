type Source = Readonly<Record<string, unknown>>;

/** Where something was read. */
export interface Sourced {
  readonly sources: readonly Source[];
  /** There were others, or there may have been. */
  readonly sourcesErased?: true;
}

const SOURCES_ERASED = 'sources that it had were erased';

/** Each source in the words of `sourceText`, and what is to be said beside or instead. */
export function sourceTexts({ sources, sourcesErased }: Sourced, sourceText: (source: Source) => string) {
  const texts = [...new Set(sources.map(sourceText)), ...(sourcesErased ? [SOURCES_ERASED] : [])];
  return texts.length === 0 ? ['no source given'] : texts;
}

/** Who said so. */
export const sourcesText = (sourced: Sourced): string =>
  sourceTexts(sourced, ({ publisher }) => String(publisher)).join('; ');
