/** Where a spreadsheet would take what follows for a formula; full-width signs are taken for the others by some. */
const FORMULA = /(^|[;\t\r\n|])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** A cell that begins so is trimmed by some, and what stands after it is then the beginning. */
const BLANK_START = /^(?=[\t\r\n])/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Excel takes a file for one in the encoding of its machine unless it begins so. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A text that no spreadsheet takes for a formula: an apostrophe stands where one would begin. */
const harmless = (text: string): string => text.replace(FORMULA, "$1$2'").replace(BLANK_START, "'");

/** A record of CSV (RFC 4180) with its end. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: string): string {
  const text = harmless(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
