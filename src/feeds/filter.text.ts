/** What a feed or a calendar is called, by what it was asked for. */
export function titleText(of: string, filter: Readonly<Record<string, string>>): string {
  const { q, ...others } = filter;
  const stated = [
    ...Object.entries(others).map(([name, value]) => `${name} ${value}`),
    ...(q === undefined ? [] : [`search ${q}`]),
  ];
  return stated.length === 0 ? of : `${of}: ${stated.join(', ')}`;
}
