import { jcs } from './canonical.js';
import { leafHashOfText, payloadHash } from './envelope.js';
import { ERASED_TEXT } from './erased.js';
import type { Envelope } from './event-store.js';

/** An event as it lies in a store: texts, not values. */
export interface StoredTexts {
  readonly envelope: string;
  /** The leaf hash, lowercase hex. */
  readonly leaf: string;
  readonly salt: string;
  /** Empty, like the salt, where the payload was erased. */
  readonly data: string;
}

/** What is wrong with a stored event, in words; undefined when every hash is right and every text canonical. */
export function verifyStored({ envelope, leaf, salt, data }: StoredTexts): string | undefined {
  if (leafHashOfText(envelope) !== leaf) return 'the envelope is not the one its leaf hash was made from';
  const parsed = canonicalObject(envelope);
  if (parsed === undefined) return 'the envelope is not canonical JSON';
  if (data === ERASED_TEXT && salt === ERASED_TEXT) return undefined;
  if (canonicalObject(data) === undefined) return 'the payload is not canonical JSON';
  if (payloadHash(data, salt) !== (parsed as Partial<Envelope>).payloadHash) {
    return 'the payload is not the one its hash in the envelope was made from';
  }
  return undefined;
}

function canonicalObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && jcs(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
