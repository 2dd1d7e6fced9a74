import { type Development, developmentInOrder, ownChange } from './change.js';
import { concerning } from './concern.js';
import { bondsOf, nodesOf } from './dates.js';
import { tighten } from './law/tighten.js';
import { bondsAmong, connected, indexed, linkedWith, type NodeRow, nameOf } from './network.js';
import type { Projection, Sql } from './projection.js';
import { moveSpans, type Span } from './spans.js';

const BONDS = {
  open: `INSERT INTO bonds (dev, node, prior_dev, prior_node, at_least, at_most, known_from) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  close: `UPDATE bonds SET known_to = ? WHERE dev = ? AND node = ? AND prior_dev = ? AND prior_node = ?
          AND at_least = ? AND at_most IS ? AND known_to IS NULL`,
};
const OPEN_NODE = `
  INSERT INTO nodes (dev, node, known_from, earliest, latest, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const OPEN_NODES = `
  SELECT n.*, d.id FROM json_each(?) l JOIN nodes n ON n.dev = l.value AND n.known_to IS NULL
  JOIN developments d ON d.dev = n.dev`;
const CLOSE_NODE = 'UPDATE nodes SET known_to = ? WHERE dev = ? AND node = ? AND known_to IS NULL';

/**
 * Days that are bound to other days, for developments that ever had a bond: the days each may be by itself (`earliest`
 * to `latest`) and what the bonds of all that it is connected with leave of them (`first` to `last`).
 */
export const datesProjection: Projection = {
  name: 'dates',
  version: 2,
  reads: ['developments'],
  tables: `
    CREATE TABLE bonds (
      dev INTEGER NOT NULL, node TEXT NOT NULL, prior_dev INTEGER NOT NULL, prior_node TEXT NOT NULL,
      known_from INTEGER NOT NULL, known_to INTEGER, at_least INTEGER NOT NULL, at_most INTEGER,
      PRIMARY KEY (dev, node, prior_dev, prior_node, known_from)) WITHOUT ROWID;
    CREATE INDEX bonds_by_prior ON bonds (prior_dev);
    CREATE TABLE nodes (
      dev INTEGER NOT NULL, node TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER,
      earliest INTEGER NOT NULL, latest INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
      PRIMARY KEY (dev, node, known_from)) WITHOUT ROWID;
    CREATE INDEX nodes_by_position ON nodes (known_from);`,
  apply(stored, sql) {
    const concern = concerning(['development'], stored);
    if (!concern) return;
    const { name: id, event } = concern;
    const { before, after } = ownChange(event, id, sql);
    if (bondsOf(after.state).length === 0 && !(before && everBound(sql, after.order))) return;
    const were = linkedWith(sql, [after.order], event.position - 1);
    moveSpans({ before, after }, (development) => bondRows(development, sql), BONDS, event.position, sql);
    const linked = new Set([...were, ...linkedWith(sql, [after.order], event.position)]);
    moveNodes([...linked], after, event.position, sql);
  },
};

const everBound = (sql: Sql, dev: number): boolean =>
  sql.get('SELECT 1 FROM bonds WHERE dev = ? UNION ALL SELECT 1 FROM bonds WHERE prior_dev = ? LIMIT 1', dev, dev) !==
  undefined;

const bondRows = ({ order, state }: Development, sql: Sql): readonly Span[] =>
  bondsOf(state).flatMap(({ node, prior, priorNode, atLeast, atMost }): Span[] => {
    const target = prior === undefined ? order : orderOf(sql, prior);
    // What was never recorded binds nothing; nothing but a log that others wrote could name it.
    return target === undefined ? [] : [{ key: [order, node, target, priorNode, atLeast, atMost] }];
  });

const orderOf = (sql: Sql, id: string): number | undefined =>
  sql.get<{ dev: number }>('SELECT dev FROM developments WHERE id = ?', id)?.dev;

/** Moves what the event left of the days of everything connected with its development. */
function moveNodes(linked: readonly number[], own: Development, position: number, sql: Sql): void {
  const open = sql.all<TightenedRow>(OPEN_NODES, JSON.stringify(linked));
  const before = new Map(open.map((row) => [nameOf(row), row]));
  const after = nodesAfter(open, linked, own, position, sql);
  for (const [name, row] of before) {
    if (!isSame(row, after.get(name))) sql.run(CLOSE_NODE, position, row.dev, row.node);
  }
  for (const [name, row] of after) {
    if (isSame(row, before.get(name))) continue;
    sql.run(OPEN_NODE, row.dev, row.node, position, row.earliest, row.latest, row.first, row.last);
  }
}

type TightenedRow = NodeRow & { readonly first: number; readonly last: number };

function nodesAfter(
  open: readonly TightenedRow[],
  linked: readonly number[],
  own: Development,
  position: number,
  sql: Sql,
): ReadonlyMap<string, TightenedRow> {
  const kept = new Set(open.map(({ dev }) => dev));
  // Its own days may have changed, and those of what has just come to be bound were not kept until now.
  const anew = linked.filter((dev) => dev === own.order || !kept.has(dev));
  const plain = [
    ...open.filter(({ dev }) => dev !== own.order),
    ...anew.flatMap((dev) => nodeRows(dev === own.order ? own : developmentInOrder(sql, dev, position))),
  ];
  const { nodes, bonds } = indexed(connected(plain, bondsAmong(sql, linked, position)));
  const { nodes: tightened } = tighten(nodes, bonds);
  return new Map(
    plain.map((row, place) => {
      const { earliest: first, latest: last } = tightened[place] as { earliest: number; latest: number };
      return [nameOf(row), { ...row, first, last }];
    }),
  );
}

const nodeRows = ({ order, id, state }: Development): readonly NodeRow[] =>
  nodesOf(state).map(({ node, range: { earliest, latest } }) => ({ dev: order, id, node, earliest, latest }));

const isSame = (a: TightenedRow, b: TightenedRow | undefined): boolean =>
  b !== undefined && a.earliest === b.earliest && a.latest === b.latest && a.first === b.first && a.last === b.last;
