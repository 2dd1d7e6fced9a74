import { NO_END } from '../../time/days.js';
import { useWords } from '../../words/words.js';
import { daysAt, shifted } from '../doc/days-after.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';
import { DevelopmentPicker } from './development-picker.js';
import { Field, idOf } from './field.js';
import { Items } from './items.js';
import { useDevelopment } from './use-development.js';

/** By which other developments this one is dated. */
export function TimingsField({ pointer }: { readonly pointer: string }) {
  const { read, write } = useForm();
  const { tell, label } = useFormWords();
  const given = read(pointer);
  const list = Array.isArray(given) ? given : [];
  return (
    <Field pointer={pointer} label={label('timing')} hint={tell('hint.timing')} isOptional isGroup>
      {() => (
        <Items
          pointer={pointer}
          label={label('timing')}
          list={list}
          blank={() => ({})}
          onList={(next) => write(pointer, next)}
          render={(here) => <TimingFields pointer={here} />}
        />
      )}
    </Field>
  );
}

function TimingFields({ pointer }: { readonly pointer: string }) {
  const { read, write } = useForm();
  const { tell, label } = useFormWords();
  const { dates } = useWords();
  const after = read(`${pointer}/after`);
  const id = typeof after === 'string' ? after : undefined;
  const other = useDevelopment(id);
  const [least, most] = [daysAt(read(`${pointer}/atLeast`)) ?? '0', daysAt(read(`${pointer}/atMost`))];
  const earliest = other && shifted(other.earliest, least);
  const latest = other && (most === undefined ? NO_END : shifted(other.latest, most));
  const days = (name: 'atLeast' | 'atMost') => (
    <Field
      pointer={`${pointer}/${name}`}
      label={label(name)}
      isOptional
      hint={tell(name === 'atMost' ? 'days.hint.most' : 'days.hint.least')}
    >
      {({ id: field, invalid, describedBy }) => (
        <span class="days">
          <input
            id={field}
            inputMode="numeric"
            autocomplete="off"
            aria-invalid={invalid}
            aria-describedby={[describedBy, idOf(`${pointer}/${name}/unit`)].filter(Boolean).join(' ')}
            value={daysAt(read(`${pointer}/${name}`)) ?? ''}
            onInput={({ currentTarget }) => {
              const text = currentTarget.value.trim();
              write(`${pointer}/${name}`, text === '' ? undefined : `P${text}D`);
            }}
          />{' '}
          <span id={idOf(`${pointer}/${name}/unit`)}>{tell('days.unit')}</span>
        </span>
      )}
    </Field>
  );
  return (
    <>
      <Field pointer={`${pointer}/after`} label={label('after')} isOptional={false}>
        {(tied) => (
          <DevelopmentPicker
            {...tied}
            pointer={`${pointer}/after`}
            value={id}
            onValue={(next) => write(`${pointer}/after`, next)}
          />
        )}
      </Field>
      <div class="two">
        {days('atLeast')}
        {days('atMost')}
      </div>
      <p class="says" role="status">
        {earliest && latest && earliest <= latest && tell('days.window', { range: dates.range(earliest, latest) })}
      </p>
    </>
  );
}
