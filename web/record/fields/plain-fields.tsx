import { useForm } from '../doc/use-form.js';
import { Field } from './field.js';
import type { FieldProps } from './field-props.js';

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** A line of text. */
export function TextField({ schema, ...props }: FieldProps) {
  const { read, write } = useForm();
  const isAddress = schema.format === 'uri';
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <input
          id={id}
          inputMode={isAddress ? 'url' : 'text'}
          placeholder={isAddress ? 'https://' : undefined}
          value={asText(read(props.pointer))}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => write(props.pointer, currentTarget.value || undefined)}
        />
      )}
    </Field>
  );
}

/** Several lines. */
export function LongTextField(props: FieldProps) {
  const { read, write } = useForm();
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <textarea
          id={id}
          rows={3}
          value={asText(read(props.pointer))}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => write(props.pointer, currentTarget.value || undefined)}
        />
      )}
    </Field>
  );
}

/** How many. What is no number stays a text, for the service to say what is wrong with it. */
export function CountField(props: FieldProps) {
  const { read, write } = useForm();
  const numbered = (text: string): string | number | undefined => {
    if (text === '') return undefined;
    return /^\d{1,15}$/.test(text) ? Number(text) : text;
  };
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <input
          id={id}
          class="short"
          inputMode="numeric"
          value={asText(read(props.pointer))}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => write(props.pointer, numbered(currentTarget.value.trim()))}
        />
      )}
    </Field>
  );
}

/** One exact day. */
export function DayField(props: FieldProps) {
  const { read, write } = useForm();
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <input
          id={id}
          class="short"
          type="date"
          value={asText(read(props.pointer))}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => write(props.pointer, currentTarget.value || undefined)}
        />
      )}
    </Field>
  );
}
