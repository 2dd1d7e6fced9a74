import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { JsonObject } from '../../event-store/canonical.js';
import { closeOpenDates, unknownAmong, validate } from '../../fields/index.js';
import type { FieldError } from '../../refusal.js';
import { type Day, dayOfInstant } from '../../time/day.js';
import { CorrectionBody, VersionBody } from '../bodies.js';
import { checkTiming } from '../check-timing.js';
import { cleanObject } from '../clean-object.js';
import { assertNotErased, checkFine, correct } from '../development.js';
import { draftOf, invalid, kindOf, referencesOfVersion } from '../draft.js';
import type { DevelopmentState, Version } from '../events.js';
import { mergePatch } from '../merge-patch.js';
import { checkReferences } from '../references.js';
import { timingsAfterItself } from '../timing.fields.js';
import { acknowledge, type Meta, WRITING, type Writing, type Written } from '../writing.js';
import { changeDevelopment } from './change-development.js';

/** POST /v1/developments/{id}/corrections. */
export class CorrectDevelopment extends Command<Written> {
  constructor(
    readonly id: string,
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

const BASE = '/changes';

export async function correctDevelopment(writing: Writing, { id, body, meta }: CorrectDevelopment): Promise<Written> {
  const sent = cleanObject(body, 'invalid-development');
  let stated: Version | undefined;
  const outcome = await changeDevelopment(writing, id, 'correct', sent, meta, async (state, recordedAt) => {
    assertNotErased(state);
    const { value, errors } = validate(CorrectionBody, sent, '');
    if (!value) throw invalid(errors);
    const day = dayOfInstant(recordedAt);
    const corrected = correctedVersion(state, value.changes, day);
    const itself = timingsAfterItself(id, corrected.timing, BASE);
    if (itself.length > 0) throw invalid(itself);
    const known = await checkReferences(writing, referencesOfVersion(corrected, BASE));
    checkFine(corrected, known, `${BASE}/details/fine`);
    const events = correct(state, corrected, closeOpenDates(CorrectionBody, value, day));
    await checkTiming(writing, id, { ...state, version: corrected }, state);
    stated = corrected;
    return events;
  });
  return { ...acknowledge(id, outcome), version: stated };
}

/** Removing what there never is would go unnoticed in what it leads to. Pointers begin with `BASE`. */
function unknownRemoved(kind: string, changes: JsonObject): readonly FieldError[] {
  const { details } = changes;
  const isPatch = typeof details === 'object' && details !== null && !Array.isArray(details);
  return [
    ...unknownAmong(VersionBody, removedIn(changes), BASE),
    ...(isPatch
      ? unknownAmong(kindOf(kind, '/kind').details, removedIn(details as JsonObject), `${BASE}/details`)
      : []),
  ];
}

const removedIn = (patch: JsonObject): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value === null));

/** The version that the changes lead to. A correction keeps the kind and what it replaces. */
function correctedVersion({ version }: DevelopmentState, changes: JsonObject, recordDay: Day): Version {
  const { kind, replaces, ...stated } = version;
  const unknown = unknownRemoved(kind, changes);
  if (unknown.length > 0) throw invalid(unknown);
  const patched = mergePatch(stated as unknown as JsonObject, changes) as JsonObject;
  const draft = draftOf(VersionBody, kindOf(kind, '/kind'), patched, recordDay, BASE);
  return { ...draft.version, ...(replaces !== undefined && { replaces }) };
}

@CommandHandler(CorrectDevelopment)
export class CorrectDevelopmentHandler implements ICommandHandler<CorrectDevelopment> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: CorrectDevelopment): Promise<Written> {
    return correctDevelopment(this.writing, command);
  }
}
