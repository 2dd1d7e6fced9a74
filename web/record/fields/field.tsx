import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/icons.js';
import { useForm } from '../doc/use-form.js';
import { useFormWords } from '../words/form-words.js';

/** How an input is tied to the field that it is in. */
export interface Tied {
  readonly id: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

interface Props {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The hint is the service's own. */
  readonly isHintEnglish?: boolean;
  readonly isOptional: boolean;
  /** More than one input is in it. */
  readonly isGroup?: boolean;
  /** Whether what is wrong below it is said here. */
  readonly below?: boolean;
  readonly children: (tied: Tied) => ComponentChildren;
}

export const idOf = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

/** A label, what it is for, the input, and what is wrong with it. */
export function Field({ pointer, label, hint, isHintEnglish, isOptional, isGroup, below, children }: Props) {
  const { tell } = useFormWords();
  const { problems } = useForm();
  const id = idOf(pointer);
  const own = problems.filter((each) => each.pointer === pointer || (below && each.pointer.startsWith(`${pointer}/`)));
  const described = [hint && `${id}-hint`, own.length > 0 && `${id}-wrong`].filter(Boolean).join(' ');
  const tied: Tied = { id, invalid: own.length > 0, describedBy: described || undefined };
  const name = (
    <>
      {label}
      {isOptional && <small class="optional"> {tell('optional')}</small>}
    </>
  );
  const rest = (
    <>
      {hint && (
        <p id={`${id}-hint`} class="hint" {...(isHintEnglish && { lang: 'en' })}>
          {hint}
        </p>
      )}
      {children(tied)}
      {own.length > 0 && (
        <div id={`${id}-wrong`} class="wrong">
          {own.map(({ pointer: where, detail, isOwn }) => (
            <p key={`${where} ${detail}`} lang={isOwn ? undefined : 'en'}>
              <Icon of="warning" />
              {sentence(detail)}
            </p>
          ))}
        </div>
      )}
    </>
  );
  if (isGroup) {
    return (
      <fieldset
        class={`field group ${own.length > 0 ? 'is-wrong' : ''}`}
        id={id}
        tabIndex={-1}
        aria-describedby={tied.describedBy}
      >
        <legend>{name}</legend>
        {rest}
      </fieldset>
    );
  }
  return (
    <div class={`field ${own.length > 0 ? 'is-wrong' : ''}`}>
      <label for={id}>{name}</label>
      {rest}
    </div>
  );
}

export const sentence = (detail: string): string => `${detail.charAt(0).toUpperCase()}${detail.slice(1)}`;
