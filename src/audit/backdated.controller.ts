import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { BackdatedParameters } from './backdated.parameters.js';
import { type BackdatedAnswer, BackdatedQuery } from './backdated.query.js';
import { BACKDATED_ANSWER } from './backdated.schema.js';

/** What an auditor looks at first: what was written down late, and what was rewritten. */
@Controller('v1/audit')
@In('Log')
export class AuditController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('backdated')
  @ReadOperation({
    id: 'listBackdated',
    summary: 'What was recorded late, and what changed the past',
    description:
      'Developments recorded more than `days` days after they happened at the latest; and every correction, retraction and reinstatement by which days before it was recorded are told otherwise: what was so on them, or when the development happened. Words alone change no day.',
    parameters: BackdatedParameters,
    answer: BACKDATED_ANSWER,
    problems: ['stale-cursor'],
  })
  backdated(@Query() parameters: Record<string, string>): Promise<BackdatedAnswer> {
    return this.queries.execute(new BackdatedQuery(parameters));
  }
}
