/** Octets of a line, without its end. */
const LONGEST = 75;

/** A text as a value of iCalendar (RFC 5545, 3.3.11). */
export const escapedText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '\ufffd');

/** A line of iCalendar with its end, folded so that no part is longer than 75 octets or ends within a character. */
export function contentLine(name: string, value: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      parts.push(part);
      // The space that begins what goes on is one of its octets.
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return `${[...parts, part].join('\r\n')}\r\n`;
}
