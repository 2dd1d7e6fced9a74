import { afterOf, type Query } from '../../answers/page.js';
import type { Reading } from '../../answers/reading.js';
import { readFactKey } from '../fact-key.js';
import { readSpanParameters } from './span.parameters.js';

/**
 * A page of what is told of one fact over time: the days and the moment that are asked about, and the place where the
 * page before it ended.
 * @throws {Refusal} as the parameters, the cursor, the coordinates and the fact are wrong
 */
export async function openFactPage(
  { pages, moments, views }: Reading,
  list: 'fact-timeline' | 'fact-history',
  { key, parameters }: { readonly key: string; readonly parameters: Query },
) {
  const page = pages.open(list, parameters);
  const { days, coordinates } = readSpanParameters(page.query);
  const needs = ['facts', 'developments', 'dates', 'registry'];
  const moment = await moments.resolve(
    { ...coordinates, ...page.coordinates, ...(list === 'fact-history' && { since: 0 }) },
    needs,
  );
  const fact = readFactKey(views.sql, key, moment.position);
  const [last] = afterOf(key, page) ?? [];
  return { page, days, moment, fact, last };
}
