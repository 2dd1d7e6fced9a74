import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { InteroperabilityParameters } from './interoperability.parameters.js';
import { type InteroperabilityAnswer, InteroperabilityQuery } from './interoperability.query.js';
import { INTEROPERABILITY_ANSWER } from './interoperability.schema.js';

/** Who takes whose means of payment, and links to whom. */
@Controller('v1/interoperability')
@In('State')
export class InteroperabilityController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'getInteroperability',
    summary: 'Payment and links across services',
    description:
      'Services and other venues × means of payment and what is linked to, as a matrix to be drawn as it comes: rows and columns are the same for every day, cells are the facts on the day asked about.',
    parameters: InteroperabilityParameters,
    answer: INTEROPERABILITY_ANSWER,
  })
  interoperability(@Query() parameters: Record<string, string>): Promise<InteroperabilityAnswer> {
    return this.queries.execute(new InteroperabilityQuery(parameters));
  }
}
