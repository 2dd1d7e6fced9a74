/** One line of text that can't steer what shows it: no control characters, none that turn the direction of writing. */
export const plain = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** As a sentence begins. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
