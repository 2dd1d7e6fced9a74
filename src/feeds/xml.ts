/** What XML 1.0 can't hold, however it is written. */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would make a space or a line feed of them.
  '\t': '&#9;',
  '\r': '&#13;',
};

/** A text as it stands in XML or HTML, in attributes too; what neither can hold becomes U+FFFD. */
export const escaped = (text: string): string =>
  text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"'\t\r]/g, (character) => ESCAPES[character] ?? character);

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element; attributes that are undefined are left out. @param content markup */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  const stated = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${escaped(value)}"`],
  );
  const opened = `<${name}${stated.join('')}`;
  return content === '' ? `${opened}/>` : `${opened}>${content}</${name}>`;
}
