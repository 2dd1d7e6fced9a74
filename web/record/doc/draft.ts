import type { JsonObject } from './json.js';
import type { NewNames } from './names.js';
import { NO_NAMES } from './names.js';

/** A form as somebody has filled it in so far. */
export interface Draft extends NewNames {
  readonly doc: JsonObject;
  /** Sent with what is recorded, so that sending it twice records it once. */
  readonly key: string;
  /** The version that is changed; absent where there is none. */
  readonly base?: Base;
  /** What is written in fields that take a choice and is none yet, by the pointer of the field. */
  readonly unchosen: Readonly<Record<string, string>>;
}

/** A version of a development. */
export interface Base {
  readonly revision: number;
  /** What may be changed of it. */
  readonly version: JsonObject;
}

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const newDraft = (doc: JsonObject, base?: Base): Draft => ({
  ...NO_NAMES,
  doc,
  key: newKey(),
  unchosen: {},
  ...(base && { base }),
});
export const rekeyed = (draft: Draft): Draft => ({ ...draft, key: newKey() });

const KEPT = 'regtime.draft.';

/** What was left of a form in this tab, after a reload. @param name of the form and what it is about */
export function keptDraft(name: string): Draft | undefined {
  try {
    const kept: Draft | null = JSON.parse(sessionStorage.getItem(KEPT + name) ?? 'null');
    return kept ? { ...kept, unchosen: kept.unchosen ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

/** @param draft undefined: nothing is left to keep */
export function keepDraft(name: string, draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(KEPT + name, JSON.stringify(draft));
    else sessionStorage.removeItem(KEPT + name);
  } catch {
    // Then it is lost when the page is loaded anew.
  }
}
