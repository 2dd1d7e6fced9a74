import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { parseCoordinates } from '../time/coordinates.js';
import { type Backdated, backdated } from './backdated.js';
import { BackdatedParameters, daysAsked } from './backdated.parameters.js';
import { type BackdatedAnswer, BackdatedQuery } from './backdated.query.js';

const LIST = 'backdated';

@QueryHandler(BackdatedQuery)
export class BackdatedHandler implements IQueryHandler<BackdatedQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: BackdatedQuery): Promise<BackdatedAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { days: asked, ...coordinates } = readParameters(BackdatedParameters, page.query);
    const days = daysAsked(asked);
    const moment = await moments.resolve({ ...parseCoordinates(coordinates), ...page.coordinates, since: 0 }, [
      'facts',
      'developments',
      'dates',
      'timeline',
    ]);
    const shown: Backdated[] = [];
    const answer = { ...coordinated(moment), days, backdated: shown };
    for await (const entry of backdated(views.sql, days, Number(page.after?.[0] ?? 0), moment.position)) {
      const last = shown.at(-1);
      if (shown.length === page.limit && last) {
        return { ...answer, next: pages.next(LIST, page, moment, [Number(last.position)]) };
      }
      shown.push(entry);
    }
    return { ...answer, next: null };
  }
}
