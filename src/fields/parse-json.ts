import { Refusal } from '../refusal.js';
import { repeatedName, repeatsNames } from './repeated-name.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The JSON value that some bytes hold, in which no name stands twice in one object. @throws {Refusal} malformed-json */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new Refusal('malformed-json', 'This is not UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal('malformed-json', `This is not JSON: ${(error as Error).message}.`);
  }
  if (!repeatsNames(text, value)) return value;
  const name = JSON.stringify(repeatedName(text));
  throw new Refusal('malformed-json', `The member ${name} stands twice in one object; write it once.`);
}
