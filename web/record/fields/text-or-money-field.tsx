import { useState } from 'preact/hooks';
import { isObject } from '../doc/json.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { Field, idOf } from './field.js';
import type { FieldProps } from './field-props.js';
import { MoneyInputs } from './money-field.js';

/** What is so: a word, or money. */
export function TextOrMoneyField({ schema: _, ...props }: FieldProps) {
  const { pointer } = props;
  const { read, write } = useForm();
  const { tell } = useFormWords();
  const value = read(pointer);
  // Which of both it will be, as long as there is nothing.
  const [isToBeMoney, setIsToBeMoney] = useState(isObject(value));
  const isMoney = value === undefined ? isToBeMoney : isObject(value);
  return (
    <Field {...props} isGroup below>
      {({ invalid, describedBy }) => (
        <div class="text-or-money">
          <select
            aria-label={tell('value.how')}
            value={isMoney ? 'money' : 'word'}
            onChange={({ currentTarget }) => {
              setIsToBeMoney(currentTarget.value === 'money');
              write(pointer, undefined);
            }}
          >
            <option value="word">{tell('value.word')}</option>
            <option value="money">{tell('value.money')}</option>
          </select>
          {isMoney ? (
            <MoneyInputs pointer={pointer} describedBy={describedBy} />
          ) : (
            <input
              id={idOf(`${pointer}/word`)}
              aria-label={props.label}
              aria-invalid={invalid}
              aria-describedby={describedBy}
              value={typeof value === 'string' ? value : ''}
              onInput={({ currentTarget }) => {
                setIsToBeMoney(false);
                write(pointer, currentTarget.value || undefined);
              }}
            />
          )}
        </div>
      )}
    </Field>
  );
}
