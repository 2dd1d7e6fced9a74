import { connect } from '../../src/client/index.js';

const KEPT = 'regtime.key';

/** The key that somebody gave in this tab. It is never written anywhere else. */
export function keptKey(): string | undefined {
  try {
    return sessionStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepKey(key: string): void {
  try {
    sessionStorage.setItem(KEPT, key);
  } catch {
    // Then it has to be given again when the page is loaded anew.
  }
}

/** A key as a header can hold it; what no key is becomes another that is none, and is refused by the service. */
export const asSent = (key: string): string => encodeURIComponent(key.trim());

export const service = (key: string | undefined) => connect({ url: location.origin, ...(key && { key }) });

export type Service = ReturnType<typeof service>;
