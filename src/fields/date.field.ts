import { parseDay } from '../time/day.js';
import { EdtfError, parseEdtf } from '../time/edtf.js';
import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { Leaf } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { isNot, problem } from './problems.js';

const MAX_LENGTH = 64;

/** Necessary, not sufficient: which digits make a real day takes more than a pattern. */
const EDTF = '^([0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?|\\[([0-9]{4}(-[0-9]{2}){0,2})?\\.\\.([0-9]{4}(-[0-9]{2}){0,2})?\\])$';

/**
 * A date in EDTF, which may be inexact. `expected`: it may lie in the future, so an open late end stays open to
 * the end of the calendar (`effective`, `inForce`, `from`).
 */
export const Edtf = ({ expected = false, ...options }: FieldOptions & { readonly expected?: boolean } = {}) =>
  declareField(edtf(expected), options);

/** One exact day. */
export const Day = (options?: FieldOptions): PropertyDecorator => declareField(day, options);

function edtf(mayBeExpected: boolean): Leaf {
  const expected = 'an EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]"';
  return {
    form: 'leaf',
    expected,
    schema: { type: 'string', pattern: EDTF, maxLength: MAX_LENGTH, 'x-edtf': true },
    date: { expected: mayBeExpected },
    problems: (value) => {
      if (typeof value !== 'string' || value.length > MAX_LENGTH) return isNot(expected, value);
      try {
        parseEdtf(value);
        return NO_PROBLEMS;
      } catch (error) {
        if (error instanceof EdtfError) return problem(error.message);
        throw error;
      }
    },
  };
}

const day: Leaf = {
  form: 'leaf',
  expected: 'one exact day such as "2021-09-28"',
  schema: { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  problems: (value) =>
    typeof value === 'string' && parseDay(value) !== undefined ? NO_PROBLEMS : isNot(day.expected, value),
};
