import { useForm } from '../doc/use-form.js';
import { DevelopmentPicker } from './development-picker.js';
import { Field } from './field.js';
import type { FieldProps } from './field-props.js';

/** A development that this one is about. */
export function DevelopmentField({ schema: _, ...props }: FieldProps) {
  const { read, write } = useForm();
  const value = read(props.pointer);
  return (
    <Field {...props}>
      {(tied) => (
        <DevelopmentPicker
          {...tied}
          pointer={props.pointer}
          value={typeof value === 'string' ? value : undefined}
          onValue={(id) => write(props.pointer, id)}
        />
      )}
    </Field>
  );
}
