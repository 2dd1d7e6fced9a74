import { useWords } from '../../words/words.js';
import { readingOf } from '../doc/edtf-words.js';
import { useForm } from '../doc/use-form.js';
import { type FormWord, useFormWords } from '../words/form-words.js';
import { Field, sentence } from './field.js';
import type { FieldProps } from './field-props.js';

const EXAMPLES: readonly (readonly [string, FormWord])[] = [
  ['2021-09-28', 'date.day'],
  ['2021-09', 'date.month'],
  ['2021', 'date.year'],
  ['2021-35', 'date.quarter'],
  ['[2021-09-09..2021-09-28]', 'date.set'],
  ['[..2021-09-28]', 'date.until'],
];

/** A date in EDTF, explained as it is typed: which days it may be, or what is wrong with it. */
export function DateField({ schema: _, ...props }: FieldProps) {
  const { read, write } = useForm();
  const { tell } = useFormWords();
  const words = useWords();
  const text = String(read(props.pointer) ?? '');
  const reading = text === '' ? undefined : readingOf(text, words, tell);
  const saysId = (id: string): string => `${id}-says`;
  return (
    <Field {...props}>
      {({ id, invalid, describedBy }) => (
        <>
          <input
            id={id}
            class="date"
            autocomplete="off"
            spellcheck={false}
            placeholder="2021-09"
            value={text}
            aria-invalid={invalid || (reading !== undefined && 'wrong' in reading)}
            aria-describedby={[describedBy, saysId(id)].filter(Boolean).join(' ')}
            onInput={({ currentTarget }) => write(props.pointer, currentTarget.value.trim() || undefined)}
          />
          <output id={saysId(id)} for={id} class={`says ${reading && 'wrong' in reading ? 'says-wrong' : ''}`}>
            {reading &&
              ('wrong' in reading ? <span lang="en">{sentence(reading.wrong)}.</span> : <Says {...reading} />)}
          </output>
          <details class="date-help">
            <summary>{tell('date.help')}</summary>
            <dl>
              {EXAMPLES.map(([example, says]) => (
                <div key={example}>
                  <dt>
                    <code>{example}</code>
                  </dt>
                  <dd>{tell(says)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </Field>
  );
}

type Reading = Extract<ReturnType<typeof readingOf>, { readonly says: string }>;

function Says({ says, earliest, latest, remark }: Reading) {
  const { tell } = useFormWords();
  return (
    <>
      <strong>{says}</strong> {earliest !== latest && tell('date.bounds', { earliest, latest })} {remark}
    </>
  );
}
