import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coverageOf } from '../answers/coverage.js';
import { coordinated } from '../answers/moment.js';
import { CoordinateParameters, readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { parseCoordinates } from '../time/coordinates.js';
import { type FactAnswer, FactQuery } from './fact.query.js';
import { factItem, unrecorded } from './fact-item.js';
import { readFactKey } from './fact-key.js';
import { knownFact } from './fact-reader.js';

@QueryHandler(FactQuery)
export class FactHandler implements IQueryHandler<FactQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ key, parameters }: FactQuery): Promise<FactAnswer> {
    const { moments, views } = this.reading;
    const asked = parseCoordinates(readParameters(CoordinateParameters, parameters));
    const moment = await moments.resolve(asked, ['facts', 'developments', 'dates', 'registry', 'coverage']);
    const fact = readFactKey(views.sql, key, moment.position);
    const known = knownFact(views.sql, key, moment.position);
    const item = known ? factItem(known, moment.day).item : unrecorded(fact);
    const at = coordinated(moment);
    const subjects = { entities: [fact.subject, fact.object], matters: known?.matters ?? [] };
    const { coverage } = coverageOf(views.sql, subjects, moment.position);
    return {
      ...at,
      ...item,
      ...(coverage && { coverage }),
      ...(coverage &&
        item.certainty === 'unrecorded' && { withinCoverage: coverage.some(({ through }) => at.asOf <= through) }),
    };
  }
}
