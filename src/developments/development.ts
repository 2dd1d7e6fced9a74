import type { JsonObject, JsonValue } from '../event-store/canonical.js';
import type { NewEvent } from '../event-store/recorder.js';
import { Refusal } from '../refusal.js';
import type { CorrectionBody, ExplanationBody } from './bodies.js';
import { invalid } from './draft.js';
import type { DevelopmentState, Source, Version } from './events.js';
import { kindNamed } from './kinds/index.js';
import { changedPointers } from './merge-patch.js';
import { currentSchema } from './upcast.js';

/** Decisions about one development: from its state and a command to events, or a refusal. Events and fold: events.ts. */

const event = (type: string, data: object): readonly NewEvent[] => [
  { type, schema: currentSchema(type), data: data as JsonObject },
];

export function record({ kind, ...stated }: Version, sources: readonly Source[]): readonly NewEvent[] {
  return event(kind, { ...stated, sources });
}

export function correct(
  { version, retracted }: DevelopmentState,
  corrected: Version,
  { reason, cause, sources }: Omit<CorrectionBody, 'changes'>,
): readonly NewEvent[] {
  if (retracted) throw isRetracted('corrected');
  const changed = changedPointers(version as unknown as JsonValue, corrected as unknown as JsonValue);
  if (changed.length === 0) {
    throw new Refusal(
      'nothing-to-correct',
      'These changes leave the development as it is. To add a source, POST it to …/sources.',
    );
  }
  return event('DevelopmentCorrected', {
    version: corrected,
    changed,
    reason,
    ...(cause && { cause }),
    ...(sources && sources.length > 0 && { sources }),
  });
}

export function retract({ retracted }: DevelopmentState, { reason, cause }: ExplanationBody): readonly NewEvent[] {
  if (retracted) throw isRetracted('retracted again');
  return event('DevelopmentRetracted', { reason, ...(cause && { cause }) });
}

export function reinstate(
  { version, retracted }: DevelopmentState,
  { reason, cause }: ExplanationBody,
): readonly NewEvent[] {
  if (version.erased) throw new Refusal('not-retracted', ERASED);
  if (!retracted) throw new Refusal('not-retracted', 'This development is not retracted, so it cannot be reinstated.');
  return event('DevelopmentReinstated', { reason, ...(cause && { cause }) });
}

export function addSource({ retracted }: DevelopmentState, source: Source): readonly NewEvent[] {
  if (retracted) throw isRetracted('given another source');
  return event('SourceAdded', { source });
}

const ERASED = 'What this development stated was erased: it can only be recorded anew.';

/** @throws {Refusal} development-retracted: nobody knows what there is to be changed */
export function assertNotErased({ version }: Pick<DevelopmentState, 'version'>): void {
  if (!version.erased) return;
  throw new Refusal('development-retracted', ERASED);
}

const isRetracted = (what: string): Refusal =>
  new Refusal('development-retracted', `This development is retracted, so it can't be ${what}; reinstate it first.`);

/** What is replaced has been retracted before. @throws {Refusal} invalid-development */
export function checkReplaced(replaced: DevelopmentState | undefined): void {
  if (!replaced || replaced.retracted) return;
  throw invalid([{ pointer: '/replaces', detail: 'should be a retracted development; this one is not retracted' }]);
}

/** What a FineChanged changes is a fine. @throws {Refusal} invalid-development */
export function checkFine(
  version: Version,
  known: ReadonlyMap<string, DevelopmentState>,
  pointer = '/details/fine',
): void {
  const fine = known.get(kindNamed(version.kind)?.fine?.(version.details) ?? '');
  if (!fine || fine.version.kind === 'FineImposed') return;
  throw invalid([{ pointer, detail: `should be a FineImposed; it is a ${fine.version.kind}` }]);
}
