import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { inTurn } from '../../src/developments/turns.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';

const log = () => openSqliteLog({ directory: ':memory:', clock: () => 0 });

describe('changes in turn', () => {
  it('of one stream come one after the other, in the order of asking', async () => {
    const store = log();
    const told: string[] = [];
    const change = (name: string, milliseconds: number): Promise<string> =>
      inTurn(store, 'stream', async () => {
        told.push(`${name} begins`);
        await pause(milliseconds);
        told.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all([change('a', 5), change('b', 1), change('c', 0)])).toEqual(['a', 'b', 'c']);
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('go on after one that fails, which is told to whoever asked for it', async () => {
    const store = log();
    const failing = inTurn(store, 'stream', async () => {
      throw new Error('no');
    });
    const next = inTurn(store, 'stream', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('of other streams and other logs are not waited for', async () => {
    const store = log();
    let release = (): void => undefined;
    const held = inTurn(
      store,
      'held',
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    expect(await inTurn(store, 'other', async () => 'other stream')).toBe('other stream');
    expect(await inTurn(log(), 'held', async () => 'other log')).toBe('other log');
    release();
    await held;
  });
});
