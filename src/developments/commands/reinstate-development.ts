import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { validate } from '../../fields/index.js';
import { ExplanationBody } from '../bodies.js';
import { checkTiming } from '../check-timing.js';
import { cleanObject } from '../clean-object.js';
import { checkFine, reinstate } from '../development.js';
import { invalid, referencesOfVersion } from '../draft.js';
import { checkReferences } from '../references.js';
import { type Meta, WRITING, type Writing, type Written } from '../writing.js';
import { acknowledgeWithMentions, changeDevelopment } from './change-development.js';

/** POST /v1/developments/{id}/reinstatement. */
export class ReinstateDevelopment extends Command<Written> {
  constructor(
    readonly id: string,
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

export async function reinstateDevelopment(
  writing: Writing,
  { id, body, meta }: ReinstateDevelopment,
): Promise<Written> {
  const sent = cleanObject(body, 'invalid-development');
  const outcome = await changeDevelopment(writing, id, 'reinstate', sent, meta, async (state) => {
    const { value, errors } = validate(ExplanationBody, sent, '');
    if (!value) throw invalid(errors);
    const events = reinstate(state, value);
    // What it is bound to may have been corrected while it was retracted.
    checkFine(state.version, await checkReferences(writing, referencesOfVersion(state.version)));
    await checkTiming(writing, id, { ...state, retracted: false });
    return events;
  });
  return acknowledgeWithMentions(writing, id, outcome);
}

@CommandHandler(ReinstateDevelopment)
export class ReinstateDevelopmentHandler implements ICommandHandler<ReinstateDevelopment> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: ReinstateDevelopment): Promise<Written> {
    return reinstateDevelopment(this.writing, command);
  }
}
