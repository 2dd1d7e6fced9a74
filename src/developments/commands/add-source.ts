import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closeOpenDates, validate } from '../../fields/index.js';
import { dayOfInstant } from '../../time/day.js';
import { SourceBody } from '../bodies.js';
import { cleanObject } from '../clean-object.js';
import { addSource } from '../development.js';
import { invalid } from '../draft.js';
import type { Source } from '../events.js';
import { acknowledge, type Meta, WRITING, type Writing, type Written } from '../writing.js';
import { changeDevelopment } from './change-development.js';

/** POST /v1/developments/{id}/sources. */
export class AddSource extends Command<Written> {
  constructor(
    readonly id: string,
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

export async function addSourceTo(writing: Writing, { id, body, meta }: AddSource): Promise<Written> {
  const sent = cleanObject(body, 'invalid-development');
  const outcome = await changeDevelopment(writing, id, 'add-source', sent, meta, (state, recordedAt) => {
    const { value, errors } = validate(SourceBody, sent, '');
    if (!value) throw invalid(errors);
    return addSource(state, closeOpenDates(SourceBody, value, dayOfInstant(recordedAt)) as unknown as Source);
  });
  return acknowledge(id, outcome);
}

@CommandHandler(AddSource)
export class AddSourceHandler implements ICommandHandler<AddSource> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: AddSource): Promise<Written> {
    return addSourceTo(this.writing, command);
  }
}
