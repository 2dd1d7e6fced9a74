import { parseDay } from '../src/time/day.js';
import { type Development, ownChange } from './change.js';
import { concerning } from './concern.js';
import type { Projection } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const COVERAGE = {
  open: 'INSERT INTO coverage (scope, through, dev, known_from) VALUES (?, ?, ?, ?)',
  close: 'UPDATE coverage SET known_to = ? WHERE scope = ? AND through = ? AND dev = ? AND known_to IS NULL',
};
const KIND = 'CoverageStated';

/** Through which day somebody has searched for all about a matter or an entity. */
export const coverageProjection: Projection = {
  name: 'coverage',
  version: 1,
  reads: ['developments'],
  tables: `
    CREATE TABLE coverage (
      scope TEXT NOT NULL, through INTEGER NOT NULL, dev INTEGER NOT NULL, known_from INTEGER NOT NULL,
      known_to INTEGER, PRIMARY KEY (scope, through, dev, known_from)) WITHOUT ROWID;`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    const { name: id, event } = concern;
    const { type, revision } = event.envelope;
    // A correction keeps the kind, so what began as another is never one.
    if (revision === 0 && type !== KIND) return;
    moveSpans(ownChange(event, id, sql), coverageRows, COVERAGE, event.position, sql);
  },
};

function coverageRows({ order, state }: Development): readonly Span[] {
  const { kind, details } = state.version;
  if (kind !== KIND || state.retracted) return [];
  const { matter, entity, through } = details as Readonly<Record<string, string>>;
  const scope = matter === undefined ? `entity:${entity}` : `matter:${matter}`;
  return [{ key: [scope, parseDay(through as string) as number, order] }];
}
