import { Refusal } from '../refusal.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The JSON value that some bytes hold. @throws {Refusal} malformed-json */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new Refusal('malformed-json', 'This is not UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('malformed-json', `This is not JSON: ${(error as Error).message}.`);
  }
}
