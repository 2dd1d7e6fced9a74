import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { In } from '../../http/openapi/operation.js';
import { ReadOperation } from '../../http/openapi/read-operation.js';
import { DiffParameters } from './diff.parameters.js';
import { type DiffAnswer, DiffQuery } from './diff.query.js';
import { DIFF_ANSWER } from './diff.schema.js';

/** What is another answer at one point than at another. */
@Controller('v1/state/diff')
@In('State')
export class DiffController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'getDiff',
    summary: 'What differs between two points',
    description: `The facts whose answer differs between two points, with the developments that made the difference. A point is a day, as known at a position: \`from.asOf\` and \`from.knownAt\`, \`to.asOf\` and \`to.knownAt\`.

Two days at the same position: what changed in the world. One day at two positions: what was learned.

\`entity\`, \`matter\` and \`predicate\` must all match; a fact is of the matter if it has an assertion of it at either point.`,
    parameters: DiffParameters,
    answer: DIFF_ANSWER,
    problems: ['stale-cursor'],
  })
  diff(@Query() parameters: Record<string, string>): Promise<DiffAnswer> {
    return this.queries.execute(new DiffQuery(parameters));
  }
}
