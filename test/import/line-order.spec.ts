import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Directory } from '../../src/developments/directory.js';
import type { Writing } from '../../src/developments/writing.js';
import { Recorder } from '../../src/event-store/recorder.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { inLineOrder } from '../../src/import/line-order.js';

const ambient = { now: () => new Date(0), salt: () => 'A'.repeat(22), uuid: () => crypto.randomUUID() };
const NOBODY: Writing['neighbours'] = {
  nearEntities: () => [],
  nearMatters: () => [],
  nearDevelopments: () => [],
  mentionsOf: async () => [],
  orderUnknown: async () => [],
  settled: async () => true,
};

/** Where the streams are in the log, each decided after so many milliseconds; none to append nothing. */
async function positions(decisions: readonly (number | 'nothing' | 'refused')[]): Promise<readonly number[]> {
  const store = openSqliteLog({ directory: ':memory:', clock: () => 0 });
  const recorder = new Recorder(store, ambient);
  const inOrder = inLineOrder({ recorder, directory: new Directory(store), neighbours: NOBODY });
  const begun = decisions.map((decision, index) =>
    inOrder(async (writing) => {
      if (decision === 'nothing') return 0;
      if (decision === 'refused') throw new Error('refused');
      const request = { operation: 'test', body: {}, actor: 'anonymous' };
      const decide = async () => {
        await pause(decision);
        return [{ type: 'MatterOpened', schema: 1, data: { title: `${index}` } }];
      };
      return Number((await writing.recorder.record(`matter-${index}`, request, decide)).position);
    }).catch(() => -1),
  );
  return Promise.all(begun);
}

describe('line order', () => {
  it('is the order of the log, however long each takes to decide', async () => {
    expect(await positions([20, 0, 10, 0])).toEqual([1, 2, 3, 4]);
  });

  it('leaves no gap for what appends nothing or is refused', async () => {
    expect(await positions([5, 'nothing', 0, 'refused', 0])).toEqual([1, 0, 2, -1, 3]);
  });
});
