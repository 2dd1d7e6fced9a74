import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { ChangesParameters } from './changes.parameters.js';
import { type ChangesAnswer, ChangesQuery } from './changes.query.js';
import { CHANGES_ANSWER } from './changes.schema.js';

/** What has become another answer since a position. */
@Controller('v1/state/changes')
@In('State')
export class ChangesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'getChanges',
    summary: 'What changed since a position',
    description: `For alerts: the facts whose answer on the day \`asOf\` is another one than it was as known at the position \`since\`, with the events that touched them. What was changed back is no change.

Ask again with \`since\` of \`nextSince\`. What the passing of days alone changes is asked of \`/v1/state/diff\`.`,
    parameters: ChangesParameters,
    answer: CHANGES_ANSWER,
    problems: ['stale-cursor'],
  })
  changes(@Query() parameters: Record<string, string>): Promise<ChangesAnswer> {
    return this.queries.execute(new ChangesQuery(parameters));
  }
}
