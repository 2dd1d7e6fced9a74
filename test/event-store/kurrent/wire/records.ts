/** What a writer hands in. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** A record of the log. Commit and prepare position are the same: every record of this version commits itself. */
export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** Byte offset in the log. */
  readonly position: bigint;
  /** Where the next record starts. */
  readonly end: bigint;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

export type ExpectedRevision = bigint | 'any' | 'no_stream' | 'stream_exists';

/** The revision of a stream without events. */
export const NOTHING = -1n;
/** The revision of a tombstone; as `$tb` it says that the stream is soft-deleted. */
export const TOMBSTONE = 0x7fff_ffff_ffff_ffffn;

const FIXED_BYTES = 93;

/** Bytes that a record takes in the log, which is what positions count. */
export const recordSize = (stream: string, event: ProposedEvent): bigint =>
  BigInt(
    FIXED_BYTES +
      Buffer.byteLength(stream) +
      Buffer.byteLength(event.type) +
      event.data.byteLength +
      event.metadata.byteLength,
  );

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const metastreamOf = (stream: string): string => `$$${stream}`;
export const originalOf = (metastream: string): string => metastream.slice(2);
