import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const STALE_AFTER_MS = 3_600_000;

let directory: string | undefined;

/**
 * Compiles what is in the tree now, once for each state of it: the directory is named after the sources, so that a
 * stale one is never run. Types are checked elsewhere.
 */
export function build(): string {
  directory ??= join(ROOT, 'dist', `test-${fingerprint()}`);
  if (existsSync(directory)) return directory;
  const made = `${directory}.${process.pid}`;
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const to = ['--outDir', made, '--tsBuildInfoFile', join(made, '.tsbuildinfo')];
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', ...to], { cwd: ROOT });
  try {
    renameSync(made, directory);
  } catch (error) {
    // Another worker of the same run was faster.
    if (!existsSync(directory)) throw error;
    rmSync(made, { recursive: true });
  }
  removeStale();
  return directory;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const folders = ['src', 'projections'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  for (const name of [...folders.sort(), 'tsconfig.json', 'tsconfig.build.json']) {
    if (statSync(join(ROOT, name)).isFile()) hash.update(name).update(readFileSync(join(ROOT, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

function removeStale(): void {
  const dist = join(ROOT, 'dist');
  for (const name of readdirSync(dist).filter((each) => each.startsWith('test-'))) {
    const path = join(dist, name);
    if (Date.now() - statSync(path).mtimeMs > STALE_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}
