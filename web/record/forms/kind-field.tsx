import { Field } from '../fields/field.js';
import { useFormWords } from '../words/form-words.js';
import type { Kind } from './use-kinds.js';

interface Props {
  readonly kinds: readonly Kind[];
  readonly kind: Kind | undefined;
  readonly onKind: (kind: Kind | undefined) => void;
  readonly named: (kind: string) => string;
}

/** What sort of development it is: the rest of the form follows from it. */
export function KindField({ kinds, kind, onKind, named }: Props) {
  const { tell, label } = useFormWords();
  return (
    <Field pointer="/kind" label={label('kind')} isOptional={false}>
      {({ id, invalid, describedBy }) => (
        <>
          <select
            id={id}
            value={kind?.kind ?? ''}
            aria-invalid={invalid}
            aria-describedby={[describedBy, `${id}-says`].filter(Boolean).join(' ')}
            onChange={({ currentTarget }) => onKind(kinds.find((each) => each.kind === currentTarget.value))}
          >
            <option value="">{tell('field.kind.choose')}</option>
            {kinds.map((each) => (
              <option key={each.kind} value={each.kind}>
                {named(each.kind)}
              </option>
            ))}
          </select>
          <div id={`${id}-says`}>
            {kind && (
              <>
                <p class="hint" lang="en">
                  {kind.description}
                </p>
                <p class="hint">
                  {kind.facts.length === 0
                    ? tell('hint.no-facts')
                    : tell('hint.facts', { facts: kind.facts.join(', ') })}
                </p>
              </>
            )}
          </div>
        </>
      )}
    </Field>
  );
}
