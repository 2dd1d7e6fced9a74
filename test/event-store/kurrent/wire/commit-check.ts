import { type ExpectedRevision, NOTHING, TOMBSTONE } from './records.js';

/** What the check asks of the stream that is written to. */
export interface StreamView {
  /** NOTHING without events, TOMBSTONE for a tombstoned stream. */
  readonly last: bigint;
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
  /** Where an event with this id stands in the stream, as far as the writer remembers. */
  recent(id: string): bigint | undefined;
  /** The id of the event at a revision, from the log itself. */
  idAt(revision: bigint): string | undefined;
}

export type CommitDecision =
  | { readonly is: 'ok' }
  | { readonly is: 'stored-before'; readonly end: bigint }
  | { readonly is: 'wrong-expected-version' }
  | { readonly is: 'stream-deleted' };

const OK: CommitDecision = { is: 'ok' };
const WRONG: CommitDecision = { is: 'wrong-expected-version' };
const DELETED: CommitDecision = { is: 'stream-deleted' };

/** Without a revision the server goes by the ids that it remembers: all of them known, or none of the first. */
function byRecentIds(view: StreamView, ids: readonly string[]): CommitDecision {
  let end: bigint | undefined;
  for (const [index, id] of ids.entries()) {
    const revision = view.recent(id);
    if (revision === undefined) return index === 0 ? OK : WRONG;
    end = revision;
  }
  return end === undefined ? OK : { is: 'stored-before', end };
}

/** At a revision that is past, the ids must be those that follow it in the log; content is never compared. */
function byRevision(view: StreamView, expected: bigint, ids: readonly string[]): CommitDecision {
  let revision = expected;
  for (const id of ids) {
    revision += 1n;
    if (view.idAt(revision) === id) continue;
    const first = revision === expected + 1n;
    return first && expected === NOTHING && view.softDeleted ? OK : WRONG;
  }
  return revision === expected ? WRONG : { is: 'stored-before', end: revision };
}

/** Whether an append may go ahead, was stored before, or is refused: the rules of a 23.10 server. */
export function checkCommit(view: StreamView, expected: ExpectedRevision, ids: readonly string[]): CommitDecision {
  if (view.last === TOMBSTONE) return DELETED;
  if (expected === 'stream_exists') {
    if (view.softDeleted) return DELETED;
    if (view.last === NOTHING && !view.hasMetadata) return WRONG;
  }
  if (expected === 'any' || expected === 'stream_exists') return byRecentIds(view, ids);
  const revision = expected === 'no_stream' ? NOTHING : expected;
  if (revision < view.last) return byRevision(view, revision, ids);
  return revision === view.last ? OK : WRONG;
}
