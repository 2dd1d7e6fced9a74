import { regtime } from '../cli/program.js';

/** Variables that `regtime serve` takes, as its help tells them. */
export async function settingsOfServe(): Promise<readonly string[]> {
  const { stdout } = await regtime(['serve', '--help']);
  return [...stdout.replace(/\s+/g, ' ').matchAll(/env: ([A-Z_]+)/g)].map(([, name]) => name as string);
}
