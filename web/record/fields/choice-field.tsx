import { useWords } from '../../words/words.js';
import { useForm } from '../doc/use-form.js';
import { type FormWord, useFormWords } from '../words/form-words.js';
import { Field } from './field.js';
import type { FieldProps } from './field-props.js';

/** One of a few words. */
export function ChoiceField({ schema, ...props }: FieldProps) {
  const { read, write } = useForm();
  const { tell } = useFormWords();
  const { word } = useWords();
  const named = (each: string): string => {
    const own = tell(`choice.${each}` as FormWord);
    return own === `choice.${each}` ? word('cause', each) : own;
  };
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <select
          id={id}
          value={String(read(props.pointer) ?? '')}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => write(props.pointer, currentTarget.value || undefined)}
        >
          <option value="">{tell('choice.none')}</option>
          {schema.enum?.map((each) => (
            <option key={each} value={each}>
              {named(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
