import { describe, expect, it } from '@jest/globals';
import type { FactValue } from '../../../projections/law/knowledge.js';
import { type Summand, type Total, totalsOf } from '../../../projections/law/totals.js';

const cny = (value: string): FactValue => ({ value, currency: 'CNY' });
const usd = (value: string): FactValue => ({ value, currency: 'USD' });
const bounds = (atLeast?: string, atMost?: string): FactValue => ({ atLeast, atMost, currency: 'CNY' });

let made = 0;

/** A fine with its possible values; its group is its own unless one is given. */
function fine(values: Summand['values'], more: Partial<Summand> = {}): Summand {
  const money = values.flatMap((value) => (value === null || typeof value === 'string' ? [] : [value.currency]));
  const groups = [`group ${made++}`];
  return { predicate: 'penalty', subject: 'alibaba', values, currencies: [...new Set(money)], groups, ...more };
}

const total = (min: string, max: string | null, more: Partial<Total> = {}): Total => ({
  predicate: 'penalty',
  subject: 'alibaba',
  currency: 'CNY',
  min,
  max,
  certainty: min === max ? 'definite' : 'possible',
  exact: true,
  ...more,
});

const TABLE: readonly (readonly [rule: string, fines: readonly Summand[], totals: readonly Total[]])[] = [
  ['there are none where there is no fine', [], []],
  ['one fine is its own total', [fine([cny('100')])], [total('100', '100')]],
  ['amounts add up exactly', [fine([cny('0.1')]), fine([cny('0.2')])], [total('0.3', '0.3')]],
  ['sums have no trailing zeros', [fine([cny('0.50')]), fine([cny('1.50')])], [total('2', '2')]],
  [
    'amounts beyond floating point add up exactly',
    [fine([cny('999999999999999999999.999999')]), fine([cny('0.000001')])],
    [total('1000000000000000000000', '1000000000000000000000')],
  ],
  [
    'the smallest and the largest possible value are added',
    [fine([cny('100'), cny('30'), cny('70')])],
    [total('30', '100')],
  ],
  ['amounts compare as numbers, not as texts', [fine([cny('9'), cny('10')])], [total('9', '10')]],
  ['what may be unrecorded may be nothing', [fine([cny('100'), null])], [total('0', '100')]],
  ['an annulled fine counts nothing', [fine(['annulled'], { currencies: ['CNY'] })], [total('0', '0')]],
  ['bounds count by both ends', [fine([bounds('50', '80')]), fine([cny('10')])], [total('60', '90')]],
  ['bounds without an upper end leave none', [fine([bounds('50')]), fine([cny('10')])], [total('60', null)]],
  ['bounds without a lower end begin at nothing', [fine([bounds(undefined, '80')])], [total('0', '80')]],
  ['a possible value without an upper end leaves none', [fine([bounds('50'), cny('10')])], [total('10', null)]],
  [
    'an approximate amount counts as it stands',
    [fine([{ value: '10', currency: 'CNY', approximate: true }])],
    [total('10', '10')],
  ],
  [
    'currencies are never added together, and come by their codes',
    [fine([usd('5')]), fine([cny('7')])],
    [total('7', '7'), total('5', '5', { currency: 'USD' })],
  ],
  [
    'a fine that may be in either of two currencies may be nothing in each',
    [fine([usd('5'), cny('7')])],
    [total('0', '7'), total('0', '5', { currency: 'USD' })],
  ],
  [
    'a fine without an amount is in no sum and is counted beside them',
    [fine(['amount-unknown']), fine([cny('7')])],
    [total('7', '7', { unquantified: 1 })],
  ],
  [
    'fines without any amount have a total in no currency and no upper end',
    [fine(['amount-unknown']), fine(['amount-unknown', null])],
    [total('0', null, { currency: null, unquantified: 2 })],
  ],
  [
    'what may be unquantified may be nothing in the sum',
    [fine(['amount-unknown', cny('7')])],
    [total('0', '7', { unquantified: 1 })],
  ],
  [
    'two uncertain fines of one group may have narrower bounds, and the total says so',
    [fine([cny('1'), null], { groups: ['g'] }), fine([cny('2'), null], { groups: ['g'] })],
    [total('0', '3', { exact: false })],
  ],
  [
    'a group with one uncertain fine leaves the bounds exact',
    [fine([cny('1'), null], { groups: ['g'] }), fine([cny('2')], { groups: ['g'] })],
    [total('2', '3')],
  ],
  [
    'fines of one group in different currencies leave the bounds of each exact',
    [fine([cny('1'), null], { groups: ['g'] }), fine([usd('2'), null], { groups: ['g'] })],
    [total('0', '1'), total('0', '2', { currency: 'USD' })],
  ],
  [
    'parties have totals of their own, in the order of their names',
    [fine([cny('1')], { subject: 'tencent' }), fine([cny('2')])],
    [total('2', '2'), total('1', '1', { subject: 'tencent' })],
  ],
];

describe('totals', () => {
  it.each(TABLE)('%s', (_rule, fines, totals) => {
    expect(totalsOf(fines)).toEqual(totals);
  });
});
