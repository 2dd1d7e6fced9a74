import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PROJECTIONS } from '../../projections/index.js';
import { RULES } from '../../projections/rules.js';
import { moveDirectoryDurably } from '../event-store/durable-files.js';
import { positionsFile } from '../event-store/kurrent/positions-file.js';
import { asSingleFile } from '../event-store/sqlite/backup.js';
import {
  manifestFile,
  manifestText,
  type SnapshotFile,
  type SnapshotManifest,
  sha256Of,
} from '../projecting/snapshot-manifest.js';
import { Views, viewsFile } from '../projecting/views.js';
import { assertDirectory } from './data-dir.js';
import { copyTo } from './database-copy.js';
import { Failure } from './failure.js';
import { inScratch } from './scratch.js';

/**
 * Copies the views of a data directory as they are at one moment, whether a service keeps them up or not, to a directory
 * that gets its name once all of it is safely on disk.
 * @throws {Failure} @throws {EventStoreError}
 */
export async function takeSnapshot(directory: string, to: string): Promise<SnapshotManifest> {
  const [views, target] = [viewsFile({ directory: resolve(directory), projections: PROJECTIONS }), resolve(to)];
  if (!existsSync(views)) {
    throw new Failure(`there is no ${views}: a service of this version has to have run in ${directory}`);
  }
  const assertFree = (): void => {
    if (existsSync(target)) throw new Failure(`${target} exists already: a snapshot never replaces anything`);
  };
  assertFree();
  assertDirectory(dirname(target));
  return inScratch(`${target}.partial-`, async (scratch) => {
    const copied = await copyInto(scratch, views);
    const held = heldBy(scratch);
    const positions = positionsFile(resolve(directory), held.log);
    const manifest: SnapshotManifest = {
      ...held,
      rules: RULES,
      views: copied,
      // After the views: what they hold is numbered.
      ...(existsSync(positions) && { positions: await copyInto(scratch, positions) }),
    };
    writeFileSync(manifestFile(scratch), manifestText(manifest));
    assertFree();
    moveDirectoryDurably(scratch, target);
    return manifest;
  });
}

async function copyInto(scratch: string, original: string): Promise<SnapshotFile> {
  const name = basename(original);
  const copy = join(scratch, name);
  await copyTo(copy, original);
  asSingleFile(copy);
  return { name, sha256: await sha256Of(copy) };
}

function heldBy(scratch: string): Pick<SnapshotManifest, 'log' | 'position' | 'event'> {
  const views = Views.open({ directory: scratch, log: '', projections: PROJECTIONS, readOnly: true });
  try {
    return { log: views.log ?? '', position: views.checkpoint, event: views.last ?? null };
  } finally {
    views.close();
  }
}
