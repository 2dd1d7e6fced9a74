import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Amount, validate } from '../../src/fields/index.js';
import { addDecimals, compareDecimals, type Money, moneyBounds, plainMoney } from '../../src/fields/money.js';

class Priced {
  @Amount({ optional: true }) amount?: Money;
}

const pointersOf = (amount: unknown): readonly string[] =>
  validate(Priced, { amount }, '').errors.map(({ pointer }) => pointer);

describe('money is accepted', () => {
  it.each<[Money]>([
    [{ value: '2750000000', currency: 'USD' }],
    [{ value: '0', currency: 'CNY' }],
    [{ value: '0.50', currency: 'EUR' }],
    [{ value: '9'.repeat(30), currency: 'USD' }],
    [{ value: '0.000001', currency: 'USD' }],
    [{ value: '1', currency: 'USD', approximate: true }],
    [{ atLeast: '1', currency: 'USD' }],
    [{ atMost: '1', currency: 'USD' }],
    [{ atLeast: '1', atMost: '2', currency: 'USD' }],
    [{ atLeast: '1.0', atMost: '1', currency: 'USD', approximate: true }],
  ])('%j', (amount) => {
    expect(validate(Priced, { amount }, '').value).toEqual({ amount });
  });
});

describe('money is refused', () => {
  it.each<[unknown, readonly string[]]>([
    [{ currency: 'USD' }, ['/amount']],
    [{ approximate: true, currency: 'USD' }, ['/amount']],
    [{ value: '1', atLeast: '1', currency: 'USD' }, ['/amount']],
    [{ value: '1', atMost: '1', currency: 'USD' }, ['/amount']],
    [{ atLeast: '2', atMost: '1', currency: 'USD' }, ['/amount/atLeast']],
    [{ atLeast: '10', atMost: '9', currency: 'USD' }, ['/amount/atLeast']],
    [{ value: '1' }, ['/amount/currency']],
    [{ value: '1', currency: 'usd' }, ['/amount/currency']],
    [{ value: '1', currency: 'ABC' }, ['/amount/currency']],
    [{ value: '1', currency: '$' }, ['/amount/currency']],
    [{ value: '1', currency: ['USD'] }, ['/amount/currency']],
    [{ value: 1, currency: 'USD' }, ['/amount/value']],
    [{ value: null, currency: 'USD' }, ['/amount/value']],
    [{ value: '-1', currency: 'USD' }, ['/amount/value']],
    [{ value: '+1', currency: 'USD' }, ['/amount/value']],
    [{ value: '1e3', currency: 'USD' }, ['/amount/value']],
    [{ value: '01', currency: 'USD' }, ['/amount/value']],
    [{ value: '.5', currency: 'USD' }, ['/amount/value']],
    [{ value: '5.', currency: 'USD' }, ['/amount/value']],
    [{ value: '1,000', currency: 'USD' }, ['/amount/value']],
    [{ value: '1 000', currency: 'USD' }, ['/amount/value']],
    [{ value: '١', currency: 'USD' }, ['/amount/value']],
    [{ value: '1\n', currency: 'USD' }, ['/amount/value']],
    [{ value: '', currency: 'USD' }, ['/amount/value']],
    [{ value: '0.1234567', currency: 'USD' }, ['/amount/value']],
    [{ value: '9'.repeat(31), currency: 'USD' }, ['/amount/value']],
    [{ value: 'NaN', currency: 'USD' }, ['/amount/value']],
    [{ value: '1', currency: 'USD', approximate: false }, ['/amount/approximate']],
    [{ value: '1', currency: 'USD', exact: true }, ['/amount/exact']],
    [JSON.parse('{"value":"1","currency":"USD","__proto__":{}}'), ['/amount/__proto__']],
    ['1 USD', ['/amount']],
  ])('%j', (amount, pointers) => {
    expect(pointersOf(amount)).toEqual(pointers);
  });
});

describe('the bounds of money', () => {
  it.each<[Money, string, string | null]>([
    [{ value: '5', currency: 'USD' }, '5', '5'],
    [{ value: '5', currency: 'USD', approximate: true }, '5', '5'],
    [{ atLeast: '5', currency: 'USD' }, '5', null],
    [{ atMost: '5', currency: 'USD' }, '0', '5'],
    [{ atLeast: '5', atMost: '6', currency: 'USD' }, '5', '6'],
  ])('of %j', (money, min, max) => {
    expect(moneyBounds(money)).toEqual({ min, max });
  });
});

const decimals = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }), fc.stringMatching(/^[0-9]{0,6}$/))
  .map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`));

/** The decimal in millionths. */
const exact = (decimal: string): bigint => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};

describe('decimal texts', () => {
  it.each([
    ['0', '0', '0'],
    ['0.1', '0.2', '0.3'],
    ['1.50', '1.50', '3'],
    ['0.000001', '0.999999', '1'],
    ['9'.repeat(30), '1', `1${'0'.repeat(30)}`],
    ['10', '0', '10'],
    ['0.05', '0', '0.05'],
  ])('%s + %s = %s', (a, b, sum) => {
    expect(addDecimals(a, b)).toBe(sum);
  });

  it('add up exactly, to the shortest text', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const sum = addDecimals(a, b);
        expect(exact(sum)).toBe(exact(a) + exact(b));
        expect(sum).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
    );
  });

  it('compare by value, whatever their trailing zeros', () => {
    expect(compareDecimals('1.0', '1')).toBe(0);
    expect(compareDecimals('10', '9')).toBeGreaterThan(0);
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const difference = exact(a) - exact(b);
        expect(Math.sign(compareDecimals(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });
});

describe('plain money', () => {
  it('is the same amount without zeros at the end of a fraction, whatever else is said of it', () => {
    expect(plainMoney({ value: '1.50', currency: 'USD', approximate: true })).toEqual({
      value: '1.5',
      currency: 'USD',
      approximate: true,
    });
    expect(plainMoney({ atLeast: '10', atMost: '20.00', currency: 'EUR' })).toEqual({
      atLeast: '10',
      atMost: '20',
      currency: 'EUR',
    });
  });
});
