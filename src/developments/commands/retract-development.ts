import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { validate } from '../../fields/index.js';
import { ExplanationBody } from '../bodies.js';
import { cleanObject } from '../clean-object.js';
import { retract } from '../development.js';
import { invalid } from '../draft.js';
import { type Meta, WRITING, type Writing, type Written } from '../writing.js';
import { acknowledgeWithMentions, changeDevelopment } from './change-development.js';

/** POST /v1/developments/{id}/retraction. */
export class RetractDevelopment extends Command<Written> {
  constructor(
    readonly id: string,
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

export async function retractDevelopment(writing: Writing, { id, body, meta }: RetractDevelopment): Promise<Written> {
  const sent = cleanObject(body, 'invalid-development');
  const outcome = await changeDevelopment(writing, id, 'retract', sent, meta, (state) => {
    const { value, errors } = validate(ExplanationBody, sent, '');
    if (!value) throw invalid(errors);
    return retract(state, value);
  });
  return acknowledgeWithMentions(writing, id, outcome);
}

@CommandHandler(RetractDevelopment)
export class RetractDevelopmentHandler implements ICommandHandler<RetractDevelopment> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: RetractDevelopment): Promise<Written> {
    return retractDevelopment(this.writing, command);
  }
}
