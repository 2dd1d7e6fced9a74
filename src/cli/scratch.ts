import { rmSync } from 'node:fs';

/** Works in a directory that is removed however the work ends, also when it is interrupted. */
export async function inScratch<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const tidy = (): void => rmSync(directory, { recursive: true, force: true });
  const abandon = (): void => {
    tidy();
    process.exit(1);
  };
  process.on('SIGINT', abandon).on('SIGTERM', abandon);
  try {
    return await work();
  } finally {
    process.off('SIGINT', abandon).off('SIGTERM', abandon);
    tidy();
  }
}
