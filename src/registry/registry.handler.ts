import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Sql } from '../../projections/projection.js';
import { type Coordinated, coordinated } from '../answers/moment.js';
import { nearEntities, nearMatters } from '../answers/near-entities.js';
import { CoordinateParameters, PagedParameters, readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { streamOf } from '../developments/events.js';
import { Refusal } from '../refusal.js';
import { parseCoordinates } from '../time/coordinates.js';
import { EntityListParameters } from './registry.parameters.js';
import {
  type Registered,
  RegisteredQuery,
  type RegistryAnswer,
  type RegistryKind,
  RegistryQuery,
} from './registry.query.js';

interface VersionRow {
  readonly position: number;
  readonly revision: number;
  readonly recorded_at: string;
  readonly doc: string;
}

function registeredAt(sql: Sql, kind: RegistryKind, slug: string, position: number): Registered | undefined {
  const row = sql.get<VersionRow>(
    'SELECT * FROM registry_versions WHERE stream = ? AND position <= ? ORDER BY position DESC LIMIT 1',
    streamOf[kind](slug),
    position,
  );
  if (!row) return undefined;
  const { revision, recorded_at, doc } = row;
  return { slug, ...JSON.parse(doc), revision, position: String(row.position), recordedAt: recorded_at };
}

@QueryHandler(RegisteredQuery)
export class RegisteredHandler implements IQueryHandler<RegisteredQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ kind, slug, parameters }: RegisteredQuery): Promise<Coordinated & Registered> {
    const { moments, views } = this.reading;
    const coordinates = parseCoordinates(readParameters(CoordinateParameters, parameters));
    const moment = await moments.resolve(coordinates, ['registry']);
    const found = registeredAt(views.sql, kind, slug, moment.position);
    if (found) return { ...coordinated(moment), ...found };
    const near = (kind === 'entity' ? nearEntities : nearMatters)(views.sql, slug, moment.position);
    const hint = near.length > 0 ? ` Near: ${near.join(', ')}.` : '';
    throw new Refusal(`${kind}-not-found`, `No ${kind} "${slug}" was registered then.${hint}`, { near });
  }
}

const LISTS = {
  entity: {
    list: 'entities',
    sql: 'SELECT slug FROM entities WHERE known_from <= ? AND slug > ? ORDER BY slug LIMIT ?',
  },
  matter: { list: 'matters', sql: 'SELECT slug FROM matters WHERE known_from <= ? AND slug > ? ORDER BY slug LIMIT ?' },
} as const;
const BY_TYPE = 'SELECT slug FROM entities WHERE type = ? AND known_from <= ? AND slug > ? ORDER BY slug LIMIT ?';

@QueryHandler(RegistryQuery)
export class RegistryHandler implements IQueryHandler<RegistryQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ kind, parameters }: RegistryQuery): Promise<RegistryAnswer> {
    const { moments, pages, views } = this.reading;
    const { list, sql } = LISTS[kind];
    const page = pages.open(list, parameters);
    const shape = kind === 'entity' ? EntityListParameters : PagedParameters;
    const { type, ...coordinates } = readParameters<EntityListParameters>(shape, page.query);
    const moment = await moments.resolve({ ...parseCoordinates(coordinates), ...page.coordinates }, ['registry']);
    const range = [moment.position, page.after?.[0] ?? '', page.limit + 1];
    const rows =
      type === undefined
        ? views.sql.all<{ slug: string }>(sql, ...range)
        : views.sql.all<{ slug: string }>(BY_TYPE, type, ...range);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      ...coordinated(moment),
      [list]: shown.flatMap(({ slug }) => registeredAt(views.sql, kind, slug, moment.position) ?? []),
      next: rows.length > shown.length && last ? pages.next(list, page, moment, [last.slug]) : null,
    };
  }
}
