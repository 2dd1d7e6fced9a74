import { isLoopbackName } from '../access/loopback.js';

const HOST = /^(\[[0-9a-f:.]+\]|[^\s:/@[\]]+)(?::\d{1,5})?$/i;
/** Far more than a service is called by. */
const REMEMBERED = 100;

/** The names by which a service may be asked, whatever the port. */
export class Hosts {
  readonly #names: ReadonlySet<string>;
  readonly #admitted = new Set<string>();

  /**
   * @param listening where it listens
   * @param allowed names beside those of loopback; where it listens elsewhere and none are given, any name will do
   * @param isLoopback whether only this machine reaches it
   */
  constructor(
    listening: string,
    allowed: readonly string[],
    private readonly isLoopback: boolean,
  ) {
    this.#names = new Set(allowed.length > 0 ? [...allowed, listening].map(bare) : []);
  }

  /** @param host the header; without one it was no browser that asked */
  admits(host: string | undefined): boolean {
    if (host === undefined || this.#admitted.has(host)) return true;
    if (!this.isLoopback && this.#names.size === 0) return true;
    const name = nameIn(host);
    if (name === undefined || !(isLoopbackName(name) || this.#names.has(name))) return false;
    if (this.#admitted.size < REMEMBERED) this.#admitted.add(host);
    return true;
  }

  /** Whether a page of this origin may change something: one that this service itself could have served. */
  isOwn(origin: string, host: string | undefined): boolean {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (!url || url.host === '') return false;
    // A proxy may have changed the host, but only to be told apart by the names that it is known by.
    return url.host === withoutDefaultPort(host, url.protocol) || this.#names.has(bare(url.hostname));
  }
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

function nameIn(host: string): string | undefined {
  const name = HOST.exec(host)?.[1];
  return name === undefined ? undefined : bare(name);
}

function withoutDefaultPort(host: string | undefined, protocol: string): string | undefined {
  const url = `${protocol}//${host}`;
  return URL.canParse(url) ? new URL(url).host : undefined;
}
