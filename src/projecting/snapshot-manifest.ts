import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SnapshotRefused } from './snapshot-refused.js';

const FORMAT = 'regtime-snapshot/1';
const MANIFEST = 'snapshot.json';

/** One file of a snapshot. */
export interface SnapshotFile {
  readonly name: string;
  /** Lowercase hex. */
  readonly sha256: string;
}

/** What a snapshot holds, as its `snapshot.json` says it. */
export interface SnapshotManifest {
  readonly log: string;
  /** The last position that the views hold, and the id of the event there; null at 0. */
  readonly position: number;
  readonly event: string | null;
  readonly rules: number;
  /** Named after the versions of the projections. */
  readonly views: SnapshotFile;
  /** Where a server keeps the log: how the node had numbered it. */
  readonly positions?: SnapshotFile;
}

export const manifestFile = (directory: string): string => join(directory, MANIFEST);

export const manifestText = (manifest: SnapshotManifest): string =>
  `${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`;

/** @throws {SnapshotRefused} */
export function readManifest(directory: string): SnapshotManifest {
  let manifest: Partial<SnapshotManifest & { readonly format: unknown }> | null;
  try {
    manifest = JSON.parse(readFileSync(manifestFile(directory), 'utf8'));
  } catch (error) {
    throw new SnapshotRefused(`${directory} is no snapshot: ${(error as Error).message}`, { cause: error });
  }
  if (manifest?.format !== FORMAT) {
    throw new SnapshotRefused(`${manifestFile(directory)} is not of the format ${FORMAT}`);
  }
  if (!isWhole(manifest))
    throw new SnapshotRefused(`${manifestFile(directory)} is damaged: it does not say all it should`);
  return manifest;
}

function isWhole(manifest: Partial<SnapshotManifest>): manifest is SnapshotManifest {
  const { log, position, event, views, positions } = manifest;
  return (
    typeof log === 'string' &&
    Number.isSafeInteger(position) &&
    (event === null || typeof event === 'string') &&
    isFile(views) &&
    (positions === undefined || isFile(positions))
  );
}

/** A name alone: what is named may not lie elsewhere, nor be put there. */
const isFile = (file: Partial<SnapshotFile> | null | undefined): boolean =>
  typeof file?.name === 'string' && basename(file.name) === file.name && typeof file.sha256 === 'string';

/** SHA-256 of a file, lowercase hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
