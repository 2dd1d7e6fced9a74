import { isISO4217CurrencyCode } from 'class-validator';
import type { FieldOptions } from './declare.js';
import { declareField, Rule } from './declare.js';
import type { Leaf, Nested } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { schemaOf } from './json-schema.js';
import { matching } from './matching.field.js';
import { compareDecimals } from './money.js';
import { Flag } from './plain.field.js';
import { isNot, isObject, problem, problemsOfObject } from './problems.js';
import { text } from './text.field.js';

const DECIMAL = /^(0|[1-9]\d{0,29})(\.\d{1,6})?$/;
const CODE = /^[A-Z]{3}$/;

const decimal = matching(
  DECIMAL,
  'a decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point',
);
const code = matching(CODE, 'an ISO 4217 currency code such as "USD"');
const currency: Leaf = {
  ...code,
  // class-validator accepts lowercase, which would make one currency two.
  problems: (value) =>
    typeof value === 'string' && CODE.test(value) && isISO4217CurrencyCode(value)
      ? NO_PROBLEMS
      : isNot(code.expected, value),
};

const Decimal = (): PropertyDecorator => declareField(decimal, { optional: true });
const Currency = (): PropertyDecorator => declareField(currency);

@Rule({
  schema: { oneOf: [{ required: ['value'] }, { anyOf: [{ required: ['atLeast'] }, { required: ['atMost'] }] }] },
  problems: ({ value, atLeast, atMost }) => {
    const bounded = atLeast !== undefined || atMost !== undefined;
    if ((value !== undefined) === bounded) {
      return problem('should have either value, or atLeast or atMost or both; leave the money out where it is unknown');
    }
    if (atLeast === undefined || atMost === undefined || compareDecimals(String(atLeast), String(atMost)) <= 0) {
      return NO_PROBLEMS;
    }
    return [{ pointer: '/atLeast', detail: `should be at most ${atMost}, which is atMost` }];
  },
})
export class MoneyFields {
  @Decimal() value?: string;
  @Decimal() atLeast?: string;
  @Decimal() atMost?: string;
  @Currency() currency!: string;
  @Flag({ description: 'The source itself gives it as approximate' }) approximate?: true;
}

const EXAMPLES =
  '{ "value": "2750000000", "currency": "USD" } or { "atLeast": "1", "atMost": "2.50", "currency": "USD" }';
const money: Nested = { form: 'nested', shape: () => MoneyFields, expected: `money, such as ${EXAMPLES}` };

/** An amount of money or its bounds (see Money). */
export const Amount = (options?: FieldOptions): PropertyDecorator => declareField(money, options);

/** The value of a fact: a text, or money. `unrecorded` says that nobody wrote anything down, so nobody can write it. */
export function FactValue({ max, ...options }: FieldOptions & { readonly max: number }): PropertyDecorator {
  const word = text(max);
  const expected = `${word.expected}, or ${money.expected}`;
  return declareField(
    {
      form: 'leaf',
      expected,
      freeText: true,
      schema: { anyOf: [{ ...word.schema, not: { const: 'unrecorded' } }, schemaOf(money)] },
      problems: (value) => {
        if (isObject(value)) return problemsOfObject(MoneyFields, value);
        if (value === 'unrecorded')
          return problem('should say what is so; "unrecorded" is what stands where nobody did');
        return typeof value === 'string' ? word.problems(value) : isNot(expected, value);
      },
    },
    options,
  );
}
