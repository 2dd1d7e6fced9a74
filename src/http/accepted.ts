/**
 * Whether a client asks for a media type by its name (RFC 9110, 12.5.1); a range such as `*` asks for none in particular.
 * @param accept the header
 */
export function asksFor(accept: string | undefined, type: string): boolean {
  return (accept ?? '').split(',').some((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return name === type && !parameters.some((each) => /^q=0(\.0*)?$/.test(each));
  });
}
