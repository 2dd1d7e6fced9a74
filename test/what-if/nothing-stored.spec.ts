import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { PROJECTIONS } from '../../projections/index.js';
import type { Projection } from '../../projections/projection.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { fine, links, meeting, recorded, registerCast, usd } from '../cast.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { GatedStore } from '../projecting/gated-store.js';
import { serviceOver } from '../projecting/service-over.js';
import { start } from '../service.js';
import { ask, development, statuses, supposed } from './asking.js';

const directories = temporaryDirectories();

/** SHA-256 of every row of the log and of the views. */
const digestsOf = (directory: string): readonly (readonly [file: string, digest: string])[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.db') && !file.startsWith('lock'))
    .map((file) => {
      const db = new Database(join(directory, file), { readonly: true });
      const hash = createHash('sha256');
      // What an index of texts holds lies in tables beside it.
      const names = db
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'virtual'")
        .pluck();
      for (const table of names.all()) {
        for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate()) hash.update(JSON.stringify(row));
      }
      db.close();
      return [file, hash.digest('hex')] as const;
    });

describe('of what is only supposed', () => {
  it('nothing is stored: the rows of the log and of the views are those that were there', async () => {
    const dataDir = directories();
    const client = await start({ dataDir });
    await registerCast(client);
    const { id } = await recorded(client, fine('alibaba', '2021-04', usd('5')));
    const before = digestsOf(dataDir);
    expect(before.length).toBeGreaterThanOrEqual(2);
    const answer = await supposed(
      client,
      [
        { entity: { slug: 'acme', type: 'company', name: 'Acme' } },
        development(fine('acme', '2021-05', usd('7')), 'f'),
        { correction: { of: id, changes: { when: '2021-04-10' }, reason: 'r' } },
        { retraction: { of: id, reason: 'r' } },
      ],
      { queries: [{ state: {} }, { timeline: {} }] },
    );
    expect(statuses(answer)).toEqual(['recorded', 'recorded', 'recorded', 'recorded']);
    expect(digestsOf(dataDir)).toEqual(before);
    await client.close();
  });

  it('everything is on top of what the views know, where they are behind the log', async () => {
    const dataDir = directories();
    const log = openSqliteLog({ directory: dataDir, clock: Date.now });
    const filled = await start();
    await registerCast(filled);
    const registered = await filled.head();
    await filled.close();
    const gate = new GatedStore(log, registered + 1);
    const client = await serviceOver({ store: gate, directory: directories() });
    await registerCast(client);
    const { id } = await recorded(client, links('blocked', '2012'));
    const { position } = await recorded(client, links('allowed', '2021-09'));
    const commands = [{ retraction: { of: id, reason: 'r' } }, development(meeting('2021'))];
    const { base, changes } = await supposed(client, commands);
    expect(base.position).toBe(String(registered + 1));
    expect(changes.facts).toMatchObject([{ before: { value: 'blocked' }, after: { certainty: 'unrecorded' } }]);
    gate.open();
    const later = await supposed(client, commands, { minPosition: position });
    expect(later.base.position).toBe(position);
    expect(later.changes.facts).toEqual([]);
    await client.close();
  });

  it.each(['facts', 'developments', 'dates', 'timeline', 'registry', 'coverage'])(
    'nothing is said where "%s" stopped before: 503 projection-parked',
    async (name) => {
      const failing = (projection: Projection): Projection => ({
        ...projection,
        apply: (event, sql) => {
          if (projection.name === name) throw new Error('not this one');
          projection.apply(event, sql);
        },
      });
      const client = await serviceOver({
        store: openSqliteLog({ directory: ':memory:', clock: Date.now }),
        directory: ':memory:',
        projections: PROJECTIONS.map(failing),
      });
      await client.put('/v1/entities/acme', { type: 'company', name: 'Acme' });
      await client.get('/v1/kinds');
      const { status, body } = await ask(client, [{ entity: { slug: 'other', type: 'company', name: 'O' } }], {
        minPosition: '1',
      });
      expect([status, body.code]).toEqual([503, 'projection-parked']);
      await client.close();
    },
  );
});
