import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, start } from '../service.js';
import { Exposition } from './exposition.js';

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
  readonly targets?: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
  readonly panels: readonly Panel[];
}

const text = readFileSync('docs/grafana/dashboard.json', 'utf8');
const dashboard: Dashboard = JSON.parse(text);
const charts = dashboard.panels.filter(({ type }) => type !== 'row');
const queries = charts.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
const METRIC = /\b(?:regtime|process|nodejs)_[a-z0-9_]+/g;
const asked = new Set(queries.flatMap((query) => query.match(METRIC) ?? []));

let client: Client;
let exported: Exposition;
beforeAll(async () => {
  client = await start();
  exported = new Exposition((await client.get('/metrics')).text);
});
afterAll(() => client.close());

describe('the dashboard', () => {
  it('can be imported: it has an id, and asks whichever data source is chosen', () => {
    expect(dashboard).toMatchObject({ uid: expect.any(String), title: expect.any(String), schemaVersion: 39 });
    expect(dashboard.templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource', query: 'prometheus' });
    const sources = charts.flatMap(({ datasource, targets = [] }) => [datasource, ...targets.map((t) => t.datasource)]);
    expect(new Set(sources.map((source) => source?.uid))).toEqual(new Set(['${' + 'datasource}']));
  });

  it('asks for nothing that is not exported', () => {
    const names = [...exported.types].flatMap(([name, type]) =>
      type === 'histogram' || type === 'summary' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name],
    );
    expect([...asked].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('shows every figure of the service itself', () => {
    const shown = [...asked].map((name) => name.replace(/_(bucket|sum|count)$/, ''));
    const own = [...exported.types.keys()].filter((name) => name.startsWith('regtime_'));
    expect(own.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('rates counters, and never adds up what was not rated', () => {
    for (const query of queries) {
      for (const [name] of query.matchAll(/\w+_(total|sum|count|bucket)\{/g)) {
        expect(query).toMatch(new RegExp(`(rate|increase)\\(${name.replace('{', '\\{')}`));
      }
    }
  });

  it('groups by labels that there are', () => {
    const labels = new Set([...text.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list]) => String(list).split(', ')));
    const known = ['le', 'method', 'route', 'status', 'command', 'query', 'outcome', 'projection', 'kind'];
    expect([...labels].filter((label) => !known.includes(label))).toEqual([]);
  });

  it('has each panel once, none over another, within 24 columns', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of dashboard.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });
});
