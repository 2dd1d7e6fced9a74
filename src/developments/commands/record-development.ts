import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { comesAfter } from '../../../projections/dates.js';
import { ANYBODY, developmentId } from '../../event-store/envelope.js';
import { Refusal } from '../../refusal.js';
import { dayOfInstant } from '../../time/day.js';
import { DevelopmentBody } from '../bodies.js';
import { checkTiming } from '../check-timing.js';
import { cleanObject } from '../clean-object.js';
import { checkFine, checkReplaced, record } from '../development.js';
import { draftOf, invalid, kindOf, referencesOfVersion } from '../draft.js';
import { streamOf, type Version } from '../events.js';
import { checkReferences } from '../references.js';
import { timingsAfterItself } from '../timing.fields.js';
import { acknowledge, type Meta, WRITING, type Writing, type Written } from '../writing.js';

const ERASED =
  'What was recorded under this key was erased, so that nobody can tell whether it was the same. Use a new key.';

/** POST /v1/developments. */
export class RecordDevelopment extends Command<Written> {
  constructor(
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

export async function recordDevelopment(writing: Writing, { body, meta }: RecordDevelopment): Promise<Written> {
  const { recorder } = writing;
  const sent = cleanObject(body, 'invalid-development');
  const { key, shared, actor } = meta;
  const { ambient, store } = recorder;
  const id = key === undefined ? ambient.uuid() : developmentId(store.log, shared ? ANYBODY : actor, key);
  let stated: Version | undefined;
  const outcome = await recorder.begin(
    streamOf.development(id),
    { operation: 'record', body: sent, ...meta },
    async (history, recordedAt) => {
      if (history.length > 0) throw new Refusal('idempotency-key-reused', ERASED);
      const kind = kindOf(sent.kind, '/kind');
      const { version, sources } = draftOf(DevelopmentBody, kind, sent, dayOfInstant(recordedAt));
      const itself = timingsAfterItself(id, version.timing, '');
      if (itself.length > 0) throw invalid(itself);
      const known = await checkReferences(writing, referencesOfVersion(version));
      checkReplaced(known.get(version.replaces ?? ''));
      checkFine(version, known);
      const state = { version, sources, revision: 0, retracted: false };
      // Nothing is timed after it yet.
      if (comesAfter(state).length > 0) await checkTiming(writing, id, state);
      stated = version;
      return record(version, sources);
    },
  );
  return { ...acknowledge(id, outcome), version: outcome.recorded ? stated : undefined };
}

@CommandHandler(RecordDevelopment)
export class RecordDevelopmentHandler implements ICommandHandler<RecordDevelopment> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: RecordDevelopment): Promise<Written> {
    return recordDevelopment(this.writing, command);
  }
}
