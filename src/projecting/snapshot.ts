import { constants, existsSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Projection } from '../../projections/projection.js';
import { moveDurably } from '../event-store/durable-files.js';
import type { FollowedLog } from '../event-store/event-store.js';
import { holdErased, holdThatLog } from './open-views.js';
import { readManifest, type SnapshotFile, type SnapshotManifest, sha256Of } from './snapshot-manifest.js';
import { SnapshotRefused } from './snapshot-refused.js';
import { viewsFile } from './views.js';
import { removeViews } from './views-files.js';

/** A copy that is whole and still has to get its name. */
interface Staged {
  readonly partial: string;
  readonly to: string;
}

/** A snapshot of views, to be put into a data directory that has none yet. */
export class Snapshot {
  #views: Staged | undefined;

  private constructor(
    private readonly from: string,
    private readonly manifest: SnapshotManifest,
  ) {}

  /** @throws {SnapshotRefused} for what is no snapshot, or one of other versions of the views or the rules */
  static open(from: string, projections: readonly Projection[]): Snapshot {
    const manifest = readManifest(from);
    const own = basename(viewsFile({ directory: '', projections }));
    if (manifest.views.name !== own) {
      throw new SnapshotRefused(
        `the snapshot ${from} is of another version: it has ${manifest.views.name}, this program needs ${own}. ` +
          'Take one with this version, or start without: the views are then built from the log',
      );
    }
    return new Snapshot(from, manifest);
  }

  /**
   * Puts in place how the log was numbered; to be called before the positions of this node are opened.
   * @throws {SnapshotRefused} if it is of another log, or damaged; then nothing was put anywhere
   */
  async placePositions(log: string, directory: string): Promise<void> {
    this.#assertOf(log);
    const { positions, views } = this.manifest;
    if (!positions) return;
    const staged = await this.#staged(views, directory);
    try {
      const numbered = await this.#staged(positions, directory);
      // Those that are there are the log's too, and newer.
      if (existsSync(numbered.to)) rmSync(numbered.partial);
      else place(numbered);
    } catch (error) {
      rmSync(staged.partial, { force: true });
      throw error;
    }
    this.#views = staged;
  }

  /**
   * Puts the views in place, unless there are some.
   * @throws {SnapshotRefused} if they are of another log, of one that has gone another way since, or hold what was erased
   */
  async placeViews(store: FollowedLog, directory: string): Promise<void> {
    this.#assertOf(store.log);
    const { views } = this.manifest;
    this.#views ??= await this.#staged(views, directory);
    const fault = await this.#faultIn(store);
    if (fault !== undefined) {
      rmSync(this.#views.partial, { force: true });
      throw new SnapshotRefused(fault);
    }
    place(this.#views);
  }

  async #faultIn(store: FollowedLog): Promise<string | undefined> {
    const { position, event } = this.manifest;
    if (!(await holdThatLog({ checkpoint: position, last: event ?? undefined }, store))) {
      return (
        `the snapshot ${this.from} does not belong to this log as it is now: at position ${position} there is not the ` +
        'event that it was taken at. Was the log restored from an older backup?'
      );
    }
    if (await holdErased({ checkpoint: position }, store)) {
      return (
        `the snapshot ${this.from} is older than an erasure and may hold what was erased: ` +
        'delete it, and take one of the log as it is now'
      );
    }
    return undefined;
  }

  #assertOf(log: string): void {
    if (log === this.manifest.log) return;
    throw new SnapshotRefused(`the snapshot ${this.from} is of another log: ${this.manifest.log}, not ${log}`);
  }

  async #staged({ name, sha256 }: SnapshotFile, directory: string): Promise<Staged> {
    const to = join(resolve(directory), name);
    const partial = `${to}.partial`;
    try {
      await copyFile(join(this.from, name), partial, constants.COPYFILE_FICLONE);
      if ((await sha256Of(partial)) !== sha256) throw new Error(`${name} is not as it was written`);
      return { partial, to };
    } catch (error) {
      rmSync(partial, { force: true });
      const reason = error instanceof Error ? error.message : String(error);
      throw new SnapshotRefused(`the snapshot ${this.from} is damaged: ${reason}`, { cause: error });
    }
  }
}

function place({ partial, to }: Staged): void {
  // Of a database that was deleted without them, SQLite would play its journals back into this one.
  removeViews(to);
  moveDurably(partial, to);
}

/** Whether a directory has views already, so that no snapshot is needed. */
export const hasViews = (directory: string, projections: readonly Projection[]): boolean =>
  existsSync(viewsFile({ directory, projections }));
