import { LogUnavailable } from '../errors.js';

const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)/;

/**
 * What comes of the positions file.
 * @throws {LogUnavailable} where its pages are damaged; the next start finds that and numbers the log again
 */
export function fromPositions<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (typeof code !== 'string' || !DAMAGE.test(code)) throw error;
    throw new LogUnavailable(
      "this node's file of positions is damaged: start the node anew, which numbers the log again",
      { cause: error },
    );
  }
}
