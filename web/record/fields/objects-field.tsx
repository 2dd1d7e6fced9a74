import { blankOf } from '../doc/schema.js';
import { useForm } from '../doc/use-form.js';
import { Field } from './field.js';
import type { FieldProps } from './field-props.js';
import { Items } from './items.js';

/** A list of objects, each with fields of its own. */
export function ObjectsField({ schema, ...props }: FieldProps) {
  const { pointer, label } = props;
  const { items = {} } = schema;
  const { read, write } = useForm();
  const given = read(pointer);
  const list = Array.isArray(given) ? given : [];
  return (
    <Field {...props} isGroup>
      {() => (
        <Items
          pointer={pointer}
          label={label}
          list={list}
          blank={() => blankOf(items)}
          onList={(next) => write(pointer, next)}
          render={(at) => props.fieldsOf(at, items)}
        />
      )}
    </Field>
  );
}
