import { describe, expect, it } from '@jest/globals';
import { PREDICATES } from '../../src/developments/kinds/index.js';
import { clauseOf } from '../../src/state/why/clause.js';

const said = (predicate: string, value: Parameters<typeof clauseOf>[1]): string => {
  const { what, done } = clauseOf(predicate, value);
  return `${what} had ${done}`;
};

describe('what a value says, in words', () => {
  it.each(PREDICATES.flatMap(({ name, values }) => values.map((value) => [name, value])))(
    'is of its own for the built-in %s = %s',
    (name, value) => {
      expect(said(name as string, value as string)).not.toContain('"');
    },
  );

  it.each([
    ['owner', 'tencent', 'ownership had passed to tencent'],
    ['penalty', { value: '2750000000.25', currency: 'USD' }, 'the fine had come to 2,750,000,000.25 USD'],
    ['penalty', { atLeast: '1000', currency: 'CNY' }, 'the fine had come to at least 1,000 CNY'],
    ['market-share', { value: '5', currency: 'CNY' }, 'market share had come to be 5 CNY'],
    ['market-share', 'constructor', 'market share had become "constructor"'],
    ['links', 'constructor', 'links had become "constructor"'],
  ] as const)('of %s %j is: %s', (predicate, value, text) => {
    expect(said(predicate, value)).toBe(text);
  });
});
