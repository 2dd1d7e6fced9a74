import { ValidateBy } from 'class-validator';
import type { FieldRule, FieldType } from './field.js';
import { addField, addRule, expectedOf } from './field.js';
import { problemsOfField } from './problems.js';

export interface FieldOptions {
  readonly optional?: boolean;
  /** Said of the field in its JSON Schema, before what would be right. */
  readonly description?: string;
}

/** Declares a property as a field of this type: class-validator checks it, and all else reads the same declaration. */
export function declareField(type: FieldType, { optional = false, description }: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    const field = { name: String(property), type, optional, description };
    addField(target.constructor, field);
    const validator = { validate: (value: unknown) => problemsOfField(field, value).length === 0 };
    ValidateBy({ name: 'fits', validator }, { message: () => `$property should be ${expectedOf(type)}` })(
      target,
      property,
    );
  };
}

/** Declares a rule about several fields of a class. */
export function Rule(rule: FieldRule): ClassDecorator {
  return (shape) => addRule(shape, rule);
}
