import type { FieldOptions } from './declare.js';
import { declareField } from './declare.js';
import type { Leaf } from './field.js';
import { NO_PROBLEMS } from './field.js';
import { isNot, problem } from './problems.js';

const HTTP = /^https?:\/\/[^\s\\/?#]\S*$/;
const MAX_LENGTH = 2_048;

const url: Leaf = {
  form: 'leaf',
  expected: 'a web address that begins with http:// or https://',
  schema: { type: 'string', pattern: HTTP.source, maxLength: MAX_LENGTH },
  problems: (value) => {
    const long = typeof value === 'string' && value.length > MAX_LENGTH;
    if (long) return problem(`should be ${url.expected}, of at most ${MAX_LENGTH} characters`);
    // Links are followed from pages that show the record, so nothing but the web's own schemes may pass.
    if (typeof value !== 'string' || !HTTP.test(value) || !URL.canParse(value)) {
      return isNot(url.expected, value);
    }
    const { username, password } = new URL(value);
    // What is recorded stays readable for ever.
    return username === '' && password === ''
      ? NO_PROBLEMS
      : problem('should be a web address without user or password');
  },
};

/** An http or https address. */
export const Url = (options?: FieldOptions): PropertyDecorator => declareField(url, options);
