import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { correctionText } from '../../src/cli/correction.text.js';
import { dateText } from '../../src/cli/development.text.js';
import { enterPressed } from '../../src/cli/enter.js';
import { factChangeText } from '../../src/cli/fact-change.text.js';
import { linesOf } from '../../src/cli/lines.js';
import { Registrations } from '../../src/cli/registrations.js';

describe('words of a replay', () => {
  it('names a few that were registered, and counts many', () => {
    const registered = new Registrations();
    const add = (type: string, data: object) =>
      registered.add({ type, data, position: '1', recordedAt: '', stream: 's', revision: 0, actor: '', changes: [] });
    for (const name of ['A', 'B\u001b', 'C', 'D', 'E']) expect(add('EntityRegistered', { name })).toBe(true);
    add('MatterRevised', { title: 'M' });
    expect(add('LinksBlocked', {})).toBe(false);
    expect(registered.take()).toEqual(['5 entities registered: A; B\ufffd; C; D; E', '1 matter revised: M']);
    for (let number = 0; number < 1_200; number += 1) add('EntityRegistered', { name: 'A' });
    expect(registered.take()).toEqual(['1,200 entities registered']);
    expect(registered.take()).toEqual([]);
  });

  it.each([
    ['links:a:b', { values: ['x', 'y'] }, { values: ['x', null] }, 'links a → b: x or y → x or unrecorded'],
    ['owner:a', { certainty: 'unrecorded' as const }, { value: 'x' }, 'owner a: unrecorded → x'],
    [
      'penalty:a:304f83d1-fda9-5c16-b351-72885b9621df',
      { value: { value: '2000', currency: 'USD' } },
      { value: 'annulled' },
      'penalty a: 2,000 USD → annulled',
    ],
    [
      'links:a:b',
      { value: 'x', since: { earliest: '2021-01-01', latest: '2021-01-01' } },
      { value: 'x', since: { earliest: '0001-01-01', latest: '2020-01-01' } },
      'links a → b: x as before, but since 2020-01-01 or before rather than 2021-01-01',
    ],
    ['links:a:b', { value: 'x' }, { value: 'x' }, 'links a → b: x as before, on other grounds'],
    [
      'links:a:b',
      { value: 'x' },
      { value: 'x', contradiction: ['1'] },
      'links a → b: x → x (what was told of its dates is contradictory)',
    ],
  ])('what became of %s', (fact, before, after, text) => {
    const verdict = { certainty: 'definite' as const, because: [] };
    expect(factChangeText({ fact, before: { ...verdict, ...before }, after: { ...verdict, ...after } })).toBe(text);
  });

  it.each([
    ['/when', 'when: 2021-09 → 2021-09-01 or before'],
    ['/details/amount', 'amount: nothing → 5 EUR'],
    ['/details/to', 'to: a, b → nothing'],
    ['/details/a~1b', 'a~1b: {"x":1} → true'],
    ['/matter', 'matter: m → nothing'],
  ])('what a correction changed at %s', (pointer, text) => {
    const before = { when: '2021-09', matter: 'm', details: { to: ['a', 'b'], 'a/b': { x: 1 } } };
    const after = { when: '[..2021-09-01]', details: { amount: { value: '5', currency: 'EUR' }, to: [], 'a/b': true } };
    expect(correctionText(pointer, before, after)).toBe(text);
  });

  it.each([
    ['2021-09-09', '2021-09-09'],
    ['2014-10%', '2014-10'],
    ['[2021-09-11..2021-09-18]', '2021-09-11 to 2021-09-18'],
    ['201X', '2010-01-01 to 2019-12-31'],
    ['a date of the year 3000', 'a date of the year 3000'],
  ])('the date %s', (when, text) => {
    expect(dateText(when)).toBe(text);
  });
});

describe('a stream of lines', () => {
  it('is cut at its line feeds wherever the pieces end', async () => {
    async function* pieces(): AsyncGenerator<string> {
      yield* ['a', 'b\nc\u2028', 'd\n', '\ne'];
    }
    const lines: string[] = [];
    for await (const line of linesOf(pieces())) lines.push(line);
    expect(lines).toEqual(['ab', 'c\u2028d', '', 'e']);
  });
});

describe('a terminal', () => {
  it('is waited for until Enter, and no more once it was closed', async () => {
    const terminal = new PassThrough();
    const first = enterPressed(terminal);
    terminal.write('\n');
    expect(await first).toBe(true);
    expect(terminal.isPaused()).toBe(true);
    const second = enterPressed(terminal);
    terminal.end();
    expect(await second).toBe(false);
  });
});
