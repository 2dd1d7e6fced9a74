import type { CommittedGroup } from '../committed-group.js';
import type { AppendTexts, Written } from './event-writer.js';

/** What the thread that writes is started with. */
export interface WriterData {
  /** Of the log's file. */
  readonly path: string;
}

/** To the thread: a group to write, by its number; or the end, upon which it ends. */
export type ToWriter = { readonly number: number; readonly appends: readonly AppendTexts[] } | 'close';

/** From the thread, once for each group, in order: what was written, or why nothing was. */
export type FromWriter = { readonly number: number; readonly group: CommittedGroup } & (
  | { readonly written: readonly Written[] }
  | { readonly failure: { readonly code: string; readonly message: string } }
);

/**
 * Where the thread tells other threads of this process that it has committed: those who follow the log need not wait
 * until the thread that answers has time to pass it on.
 * @param path of the log's file
 */
export const commitChannel = (path: string): string => `regtime commits ${path}`;
