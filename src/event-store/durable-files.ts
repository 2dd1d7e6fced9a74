import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LogUnavailable } from './errors.js';

/** A directory just made could be lost in a power cut, with all that is in it, until its parent is synced. */
export function makeDirectory(directory: string): void {
  try {
    // Level by level: asked for all at once, Node never returns from where the system makes none, as in /proc.
    const missing: string[] = [];
    for (let each = resolve(directory); !isDirectory(each); each = dirname(each)) {
      missing.unshift(each);
      if (existsSync(each)) break;
    }
    for (const each of missing) {
      makeOne(each);
      syncDirectory(dirname(each));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogUnavailable(`the data directory ${directory} can't be made: ${reason}`, { cause: error });
  }
}

const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function makeOne(directory: string): void {
  try {
    mkdirSync(directory);
  } catch (error) {
    // Another process may have made it just now.
    if (!isDirectory(directory)) throw error;
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
