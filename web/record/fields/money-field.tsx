import { useState } from 'preact/hooks';
import { isObject, type Json, type JsonObject } from '../doc/json.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { Field, idOf } from './field.js';
import type { FieldProps } from './field-props.js';

const CURRENCIES = ['CNY', 'EUR', 'GBP', 'INR', 'JPY', 'USD'];
const AMOUNTS = ['value', 'atLeast', 'atMost'] as const;

/** An amount or its bounds, in a currency; without an amount there is none. */
export const MoneyField = ({ schema: _, ...props }: FieldProps) => (
  <Field {...props} isGroup below>
    {({ describedBy }) => <MoneyInputs pointer={props.pointer} describedBy={describedBy} />}
  </Field>
);

interface InputsProps {
  readonly pointer: string;
  readonly describedBy: string | undefined;
}

export function MoneyInputs({ pointer, describedBy }: InputsProps) {
  const { read, write, problems } = useForm();
  const { tell, label } = useFormWords();
  const given = read(pointer);
  const money: JsonObject = isObject(given) ? given : {};
  const isThere = AMOUNTS.some((name) => name in money);
  // A currency alone is no money, so it waits here for its amount, and so does the choice of bounds.
  const [waiting, setWaiting] = useState({ currency: '', isBounded: false });
  const shown = isThere ? { currency: String(money.currency ?? ''), isBounded: !('value' in money) } : waiting;
  const { currency, isBounded } = shown;
  const set = (change: JsonObject, bounded = isBounded): void => {
    const next = { ...money, ...(currency && { currency }), ...change };
    const filled: JsonObject = Object.fromEntries(
      Object.entries<Json>(next).filter(([, value]) => value !== '' && value !== false),
    );
    setWaiting({ currency: String(filled.currency ?? ''), isBounded: bounded });
    write(pointer, AMOUNTS.some((name) => name in filled) ? filled : undefined);
  };
  const isWrong = (name: string): boolean => problems.some((each) => each.pointer === `${pointer}/${name}`);
  const amount = (name: (typeof AMOUNTS)[number], named: string) => (
    <input
      id={idOf(`${pointer}/${name}`)}
      class="amount"
      inputMode="decimal"
      autocomplete="off"
      aria-label={named}
      placeholder={named}
      aria-invalid={isWrong(name)}
      aria-describedby={describedBy}
      value={String(money[name] ?? '')}
      onInput={({ currentTarget }) =>
        set({ [name]: currentTarget.value.trim().replaceAll(/(?<=\d)[ ,_](?=\d{3})/g, '') })
      }
    />
  );
  const currencies = idOf(`${pointer}/currencies`);
  return (
    <div class="money">
      <select
        aria-label={tell('money.how')}
        value={isBounded ? 'bounds' : 'exact'}
        onChange={({ currentTarget }) => {
          const toBounds = currentTarget.value === 'bounds';
          set(
            toBounds
              ? { value: '', atLeast: money.value ?? '' }
              : { value: money.atLeast ?? '', atLeast: '', atMost: '' },
            toBounds,
          );
        }}
      >
        <option value="exact">{tell('money.exact')}</option>
        <option value="bounds">{tell('money.bounds')}</option>
      </select>
      {isBounded ? (
        <>
          {amount('atLeast', label('atLeast'))}
          {amount('atMost', label('atMost'))}
        </>
      ) : (
        amount('value', label('amount'))
      )}
      <input
        id={idOf(`${pointer}/currency`)}
        class="currency"
        list={currencies}
        maxLength={3}
        aria-label={label('currency')}
        placeholder="USD"
        aria-invalid={isWrong('currency')}
        aria-describedby={describedBy}
        value={currency}
        onInput={({ currentTarget }) => set({ currency: currentTarget.value.toUpperCase() })}
      />
      <datalist id={currencies}>
        {CURRENCIES.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <label class="inline">
        <input
          type="checkbox"
          checked={money.approximate === true}
          onChange={({ currentTarget }) => set({ approximate: currentTarget.checked })}
        />
        {label('approximate')}
      </label>
    </div>
  );
}
