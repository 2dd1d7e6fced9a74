/** Where to have the same in another form. */
export interface Alternate {
  /** Beside the path that was asked. */
  readonly path: string;
  readonly mediaType: string;
  /** The parameters that it takes, too. */
  readonly takes: readonly string[];
}

/**
 * The Link header (RFC 8288) of an answer that is to be had in other forms.
 * @returns undefined where a cursor was sent, which holds a filter that the query does not show
 */
export function alternateLinks(
  query: Readonly<Record<string, string>>,
  alternates: readonly Alternate[],
): string | undefined {
  if ('cursor' in query) return undefined;
  return alternates
    .map(({ path, mediaType, takes }) => {
      const taken = Object.entries(query).filter(([name]) => takes.includes(name));
      const asked = taken.length === 0 ? '' : `?${new URLSearchParams(taken)}`;
      return `<${path}${asked}>; rel="alternate"; type="${mediaType}"`;
    })
    .join(', ');
}
