import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated, type Moment } from '../answers/moment.js';
import type { Query as Parameters } from '../answers/page.js';
import { CoordinateParameters, readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { developmentNotFound } from '../developments/not-found.js';
import { parseCoordinates } from '../time/coordinates.js';
import {
  type DevelopmentAnswer,
  DevelopmentHistoryQuery,
  DevelopmentQuery,
  type HistoryAnswer,
  type HistoryEntry,
} from './development.query.js';
import { orderOf, versionOf, versionsOf } from './development-view.js';

const resolve = ({ moments }: Reading, parameters: Parameters): Promise<Moment> =>
  moments.resolve(parseCoordinates(readParameters(CoordinateParameters, parameters)), [
    'developments',
    'dates',
    'timeline',
  ]);

@QueryHandler(DevelopmentQuery)
export class DevelopmentHandler implements IQueryHandler<DevelopmentQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ id, parameters }: DevelopmentQuery): Promise<DevelopmentAnswer> {
    const { sql } = this.reading.views;
    const moment = await resolve(this.reading, parameters);
    const order = orderOf(sql, id, moment.position);
    const view = order === undefined ? undefined : versionOf(sql, order, moment.position);
    if (!view) throw developmentNotFound(id);
    return { ...coordinated(moment), ...view };
  }
}

@QueryHandler(DevelopmentHistoryQuery)
export class DevelopmentHistoryHandler implements IQueryHandler<DevelopmentHistoryQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ id, parameters }: DevelopmentHistoryQuery): Promise<HistoryAnswer> {
    const moment = await resolve(this.reading, parameters);
    const versions = versionsOf(this.reading.views.sql, id, moment.position);
    if (versions.length === 0) throw developmentNotFound(id);
    return {
      ...coordinated(moment),
      id,
      versions: versions.map(({ view, note }): HistoryEntry => {
        const { id: _, revision, position, recordedAt, ...version } = view;
        return { revision, position, recordedAt, ...note, version };
      }),
    };
  }
}
