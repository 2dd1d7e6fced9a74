import { useForm } from '../doc/use-form.js';
import { Field, idOf } from './field.js';
import type { FieldProps } from './field-props.js';
import { Items } from './items.js';

/** Texts, each in a line of its own. */
export function TextsField({ schema: _, ...props }: FieldProps) {
  const { pointer, label } = props;
  const { read, write, problems } = useForm();
  const given = read(pointer);
  const list = Array.isArray(given) ? given : [];
  return (
    <Field {...props} isGroup below>
      {({ describedBy }) => (
        <Items
          pointer={pointer}
          label={label}
          list={list}
          blank={() => ''}
          onList={(next) => write(pointer, next)}
          render={(here, text) => (
            <input
              id={idOf(here)}
              aria-label={label}
              aria-describedby={describedBy}
              aria-invalid={problems.some((each) => each.pointer === here)}
              value={String(text)}
              onInput={({ currentTarget }) => write(here, currentTarget.value)}
            />
          )}
        />
      )}
    </Field>
  );
}
