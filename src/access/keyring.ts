import { statSync } from 'node:fs';
import { idIn, isKey, type StoredKey } from './api-key.js';
import { isMissing, keyFileOf, readKeys } from './key-file.js';

/** The keys of a running service: those of a directory, as they are now. */
export class Keyring {
  #keys = new Map<string, StoredKey>();
  #exists = false;
  #stamp = '';

  /**
   * @param directory without one there are no keys but those that are added
   * @param report told, once for each state of the file, why it can't be read; the keys stay as they were
   * @throws {AccessError} when the file is there and can't be read
   */
  constructor(
    private readonly directory?: string,
    private readonly report: (error: unknown) => void = () => undefined,
  ) {
    if (directory === undefined) return;
    this.#stamp = stampOf(directory);
    this.#take(readKeys(directory));
  }

  /** Whether there are keys, or were: once the last is revoked, or the file is gone, nobody is let in. */
  get exists(): boolean {
    return this.#exists;
  }

  add(key: StoredKey): void {
    this.#take([...this.#keys.values(), key]);
  }

  /** The key that a text is; undefined for what is none, or none any more. */
  find(text: string): StoredKey | undefined {
    const id = idIn(text);
    if (id === undefined) return undefined;
    // Whoever has just made a key should not have to wait.
    if (!this.#keys.has(id)) this.look();
    const key = this.#keys.get(id);
    return key && this.holds(id) && isKey(key, text) ? key : undefined;
  }

  holds(id: string): boolean {
    const key = this.#keys.get(id);
    return key !== undefined && key.revokedAt === undefined;
  }

  /** Takes in what was changed since the last look: costs a stat where nothing was. */
  look(): void {
    if (this.directory === undefined) return;
    try {
      const stamp = stampOf(this.directory);
      if (stamp === this.#stamp) return;
      this.#stamp = stamp;
      this.#take(readKeys(this.directory));
    } catch (error) {
      this.report(error);
    }
  }

  #take(keys: readonly StoredKey[] | undefined): void {
    this.#keys = new Map(keys?.map((key) => [key.id, key]));
    this.#exists ||= keys !== undefined;
  }
}

function stampOf(directory: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(keyFileOf(directory), { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
