import { useForm } from '../doc/use-form.js';
import { EntityPicker } from './entity-picker.js';
import { Field } from './field.js';
import type { FieldProps } from './field-props.js';

/** One entity of a fitting type. */
export function EntityField({ schema, ...props }: FieldProps) {
  const { read, write } = useForm();
  const value = read(props.pointer);
  return (
    <Field {...props}>
      {(tied) => (
        <EntityPicker
          {...tied}
          pointer={props.pointer}
          types={schema['x-entity-types'] ?? []}
          or={schema['x-or']}
          value={typeof value === 'string' ? value : undefined}
          onValue={(slug) => write(props.pointer, slug)}
        />
      )}
    </Field>
  );
}
