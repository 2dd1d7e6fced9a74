import type { FieldError } from '../refusal.js';
import { Rule } from './declare.js';
import { NO_PROBLEMS } from './field.js';
import { problem } from './problems.js';

/** The object has one of the fields and no other of them. */
export const ExactlyOneOf = (...names: readonly string[]): ClassDecorator =>
  Rule({
    schema: { oneOf: names.map((name) => ({ required: [name] })) },
    problems: (value) => {
      const given = names.filter((name) => value[name] !== undefined);
      return given.length === 1
        ? NO_PROBLEMS
        : problem(`should have exactly one of ${names.join(', ')}; ${counted(given)}`);
    },
  });

/** Where the object has the one field, it has the other too. */
export const Requires = (name: string, other: string): ClassDecorator =>
  Rule({
    schema: { dependentRequired: { [name]: [other] } },
    problems: (value): readonly FieldError[] =>
      value[name] === undefined || value[other] !== undefined
        ? NO_PROBLEMS
        : [{ pointer: `/${other}`, detail: `is missing: where ${name} is given, ${other} has to be given too` }],
  });

const counted = (given: readonly string[]): string =>
  given.length === 0 ? 'it has none' : `it has ${given.join(' and ')}`;
