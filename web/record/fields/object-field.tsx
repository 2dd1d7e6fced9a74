import { Field } from './field.js';
import type { FieldProps } from './field-props.js';

/** Fields within a field. */
export const ObjectField = ({ schema, ...props }: FieldProps) => (
  <Field {...props} isGroup>
    {() => props.fieldsOf(props.pointer, schema)}
  </Field>
);
