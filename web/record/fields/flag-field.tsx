import { useForm } from '../doc/use-form.js';
import { Field } from './field.js';
import type { FieldProps } from './field-props.js';

/** What is so or is left out. */
export function FlagField({ schema: _, ...props }: FieldProps) {
  const { read, write } = useForm();
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <input
          id={id}
          type="checkbox"
          checked={read(props.pointer) === true}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => write(props.pointer, currentTarget.checked || undefined)}
        />
      )}
    </Field>
  );
}
