import { spawnSync } from 'node:child_process';

/** Kibibytes, a few dozen events. */
const SIZE = 1_024;

/** A place where little can be stored until it is freed. */
export interface SmallDisk {
  /** Whether this system, and this user, can make one. */
  readonly available: boolean;
  /** Before anything is in the directory. */
  prepare(directory: string): void;
  /** What the program has to be started through. */
  readonly through: readonly string[];
  /** Gives the program as much space as it needs. */
  free(directory: string, pid: number): void;
  remove(directory: string): void;
}

const done = (command: string, ...words: readonly string[]): boolean => spawnSync(command, words).status === 0;

function must(command: string, ...words: readonly string[]): void {
  if (!done(command, ...words)) throw new Error(`${command} ${words.join(' ')} failed`);
}

/** A file system in memory; only some may mount one. */
export const fileSystem: SmallDisk = {
  available: done('unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'),
  prepare: (directory) => must('mount', '-t', 'tmpfs', '-o', `size=${SIZE}k`, 'tmpfs', directory),
  through: [],
  free: (directory) => must('mount', '-o', 'remount,size=64m', directory),
  remove: (directory) => must('umount', directory),
};

/** A limit that the system puts on the files of one process, and lifts again; sh counts in blocks of 512 bytes. */
export const fileSizes: SmallDisk = {
  available: done('prlimit', '--version'),
  prepare: () => undefined,
  through: ['sh', '-c', `trap '' XFSZ; ulimit -S -f ${SIZE}; exec "$0" "$@"`],
  free: (_directory, pid) => must('prlimit', '--pid', String(pid), '--fsize=unlimited:'),
  remove: () => undefined,
};
