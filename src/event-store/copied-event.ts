import { jcs } from './canonical.js';
import { dataTextOf, leafHash } from './envelope.js';
import { ERASED_TEXT } from './erased.js';
import { EventStoreError, TargetRefused } from './errors.js';
import type { RecordedEvent, SealedEvent } from './event-store.js';

/**
 * How the event of a copy differs from its original, in words.
 * @param leaf the leaf hash of the copy's event; `isLeftOut`: whether the copy is made without its payload
 */
export function differenceFrom(
  original: RecordedEvent,
  event: RecordedEvent,
  { leaf, isLeftOut }: { readonly leaf: string; readonly isLeftOut: boolean },
): string | undefined {
  const { position } = event;
  if (leaf !== leafHash(original.envelope)) return `another event is at position ${position}`;
  if (position !== original.position) return `the event of position ${original.position} is at ${position}`;
  if (event.recordedAt !== original.recordedAt) return `position ${position} has another record time`;
  const shallBeErased = original.erased === true || isLeftOut;
  if (shallBeErased === (event.erased === true)) return undefined;
  return shallBeErased
    ? `the payload of position ${position} is there, which is to be left out`
    : `the payload of position ${position} was erased there`;
}

/** What was to be erased was erased before, and another reason was given then; the record of that can't be changed. */
export function toldOtherwise({ position, data }: RecordedEvent, told: SealedEvent | undefined): string | undefined {
  if (told === undefined || jcs(data) === jcs(told.data)) return undefined;
  return `position ${position} gives another reason for the erasure, ${JSON.stringify(data.reason)}: give the same, or choose another target`;
}

/**
 * Where a server keeps the log, an event is marked whose payload was erased; who marked it may have left that there.
 * @throws {TargetRefused}
 */
export function assertErasedWhole({ erased, salt, data, position }: RecordedEvent): void {
  if (!erased || (salt === ERASED_TEXT && Object.keys(data).length === 0)) return;
  throw new TargetRefused(
    `the source is damaged: event ${position} is marked as erased, but has a payload or its salt`,
  );
}

/** Whether the payload is the one that the envelope was sealed for. */
export function faultOf({ envelope, salt, data, position, erased }: RecordedEvent): string | undefined {
  if (erased) return undefined;
  try {
    dataTextOf({ envelope, salt, data });
    return undefined;
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    return `at position ${position}, ${error.message}`;
  }
}
