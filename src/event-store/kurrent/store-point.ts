import type { StorePosition } from '../event-store.js';

/** Where the server keeps an event: its own positions, which grow along the log. */
export interface StorePoint {
  readonly commit: bigint;
  readonly prepare: bigint;
}

const TEXT = /^store:(0|[1-9]\d{0,18})\/(0|[1-9]\d{0,18})$/;
/** The largest that the positions file keeps, and the server has. */
const LARGEST = 2n ** 63n - 1n;

/** Whether the server has told a point at all: of what was stored before it may say -1, which comes as more than any. */
export const isTold = (point: StorePoint | undefined): point is StorePoint =>
  point !== undefined && point.commit <= LARGEST && point.prepare <= LARGEST;

export const storePosition = ({ commit, prepare }: StorePoint): StorePosition => `store:${commit}/${prepare}`;

/** @returns undefined for what is no position of the store */
export function parseStorePosition(text: string): StorePoint | undefined {
  const [, commit, prepare] = TEXT.exec(text) ?? [];
  if (commit === undefined || prepare === undefined) return undefined;
  const point = { commit: BigInt(commit), prepare: BigInt(prepare) };
  return isTold(point) ? point : undefined;
}

/** The one that comes later in the server's log, if there is any. */
export const later = (a: StorePoint | undefined, b: StorePoint | undefined): StorePoint | undefined =>
  a === undefined || (b !== undefined && notAfter(a, b)) ? b : a;

/** Whether `a` is not after `b`. */
export const notAfter = (a: StorePoint, b: StorePoint): boolean =>
  a.commit < b.commit || (a.commit === b.commit && a.prepare <= b.prepare);
