import { closeSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { LogUnavailable } from './errors.js';

/** A directory just made could be lost in a power cut, with all that is in it, until its parent is synced. */
export function makeDirectory(directory: string): void {
  try {
    const first = mkdirSync(directory, { recursive: true });
    if (first === undefined) return;
    for (let made = directory; made.length >= first.length; made = dirname(made)) syncDirectory(dirname(made));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogUnavailable(`the data directory ${directory} can't be made: ${reason}`, { cause: error });
  }
}

/** Gives a file that is whole its name: after a power cut it is there with all its content, or not at all. */
export function moveDurably(from: string, to: string): void {
  // To be synced, a file need not be open for writing, but on Windows it must.
  sync(from, 'r+');
  renameSync(from, to);
  syncDirectory(dirname(to));
}

function syncDirectory(directory: string): void {
  if (process.platform !== 'win32') sync(directory, 'r');
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
