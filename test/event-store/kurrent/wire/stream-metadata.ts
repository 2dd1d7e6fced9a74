import { isMetastream, NOTHING, type StoredEvent, TOMBSTONE } from './records.js';

/** What a stream's metadata says about which of its events can still be read. */
export interface StreamMetadata {
  readonly truncateBefore?: bigint;
  readonly maxCount?: bigint;
  /** Seconds. */
  readonly maxAge?: number;
}

const wholeNumber = (value: unknown): bigint | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? BigInt(value) : undefined;

/** The metadata that applies to a stream, from the last event of its metastream. */
export function metadataOf(stream: string, last: StoredEvent | undefined): StreamMetadata {
  if (isMetastream(stream)) return { maxCount: 1n };
  if (!last?.isJson || last.data.byteLength === 0) return {};
  const text = Buffer.from(last.data).toString('utf8');
  // The mark of a soft delete is larger than a double holds exactly.
  if (/"\$tb"\s*:\s*9223372036854775807/.test(text)) return { truncateBefore: TOMBSTONE };
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null) return {};
  const member = (name: string): unknown => Reflect.get(json, name);
  const maxCount = wholeNumber(member('$maxCount'));
  const maxAge = wholeNumber(member('$maxAge'));
  return {
    truncateBefore: wholeNumber(member('$tb')),
    maxCount: maxCount === 0n ? undefined : maxCount,
    maxAge: maxAge ? Number(maxAge) : undefined,
  };
}

export const isSoftDeleted = (metadata: StreamMetadata): boolean => metadata.truncateBefore === TOMBSTONE;

/** The first revision that `$tb` and `$maxCount` leave readable in a stream that ends at `last`. */
function firstReadable(metadata: StreamMetadata, last: bigint): bigint {
  const byCount = metadata.maxCount === undefined ? 0n : last - metadata.maxCount + 1n;
  const byTruncation = metadata.truncateBefore ?? 0n;
  const first = byCount > byTruncation ? byCount : byTruncation;
  return first > 0n ? first : 0n;
}

/** Whether an event can still be read in its stream. */
export function isReadable(event: StoredEvent, metadata: StreamMetadata, last: bigint, now: number): boolean {
  if (last === NOTHING || event.revision < firstReadable(metadata, last)) return false;
  return metadata.maxAge === undefined || event.created >= now - metadata.maxAge * 1000;
}

/** The metadata under which a soft-deleted stream goes on: as it was, but readable from `continueAt`. */
export function revived(last: StoredEvent | undefined, continueAt: bigint): string {
  const metadata: unknown = JSON.parse(Buffer.from(last?.data ?? '{}').toString('utf8'));
  return JSON.stringify({ ...(typeof metadata === 'object' ? metadata : {}), $tb: Number(continueAt) });
}
