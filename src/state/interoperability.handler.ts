import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Sql } from '../../projections/projection.js';
import { entityNames } from '../answers/entity-names.js';
import { coordinated, type Moment } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { parseCoordinates } from '../time/coordinates.js';
import { type FactItem, factItem } from './fact-item.js';
import { knownFacts, PAGE } from './fact-reader.js';
import { InteroperabilityParameters } from './interoperability.parameters.js';
import {
  type Cell,
  type Column,
  type InteroperabilityAnswer,
  InteroperabilityQuery,
  LAID_OUT,
  type Row,
} from './interoperability.query.js';

@QueryHandler(InteroperabilityQuery)
export class InteroperabilityHandler implements IQueryHandler<InteroperabilityQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: InteroperabilityQuery): Promise<InteroperabilityAnswer> {
    const { moments, views } = this.reading;
    const { matter, ...coordinates } = readParameters(InteroperabilityParameters, parameters);
    const moment = await moments.resolve(parseCoordinates(coordinates), ['facts', 'developments', 'dates', 'registry']);
    const facts: FactItem[] = [];
    for (const predicate of LAID_OUT) facts.push(...(await factsOf(views.sql, { predicate, matter }, moment)));
    return { ...coordinated(moment), ...laidOut(views.sql, facts, moment.position) };
  }
}

/** Unrecorded ones too, so that the matrix of every day has the same rows and columns. */
async function factsOf(
  sql: Sql,
  filter: { readonly predicate: string; readonly matter?: string },
  { day, position }: Moment,
): Promise<readonly FactItem[]> {
  const facts: FactItem[] = [];
  for (const known of knownFacts(sql, filter, position)) {
    facts.push(factItem(known, day).item);
    if (facts.length % PAGE === 0) await nextTurn();
  }
  return facts;
}

function laidOut(
  sql: Sql,
  facts: readonly FactItem[],
  position: number,
): Pick<InteroperabilityAnswer, 'columns' | 'rows'> {
  const columns = LAID_OUT.flatMap((predicate) => {
    const objects = facts.flatMap((fact) => (fact.predicate === predicate ? (fact.object ?? []) : []));
    return entityNames(sql, objects, position).map(
      (entity): Column => ({ key: `${predicate}:${entity.slug}`, predicate, ...entity }),
    );
  });
  const cellsOf = new Map<string, Record<string, Cell>>();
  for (const { predicate, subject, object, ...cell } of facts) {
    const cells = cellsOf.get(subject) ?? {};
    cells[`${predicate}:${object}`] = cell;
    cellsOf.set(subject, cells);
  }
  const rows = entityNames(sql, cellsOf.keys(), position).map(
    (entity): Row => ({ ...entity, cells: cellsOf.get(entity.slug) ?? {} }),
  );
  return { columns, rows };
}
