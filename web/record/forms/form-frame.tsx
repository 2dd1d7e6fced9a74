import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { NamesContext, useNames } from '../../asking/use-names.js';
import { Link } from '../../parts/link.js';
import type { FormName } from '../../place/place.js';
import { useWords } from '../../words/words.js';
import type { Json } from '../doc/json.js';
import { usedNames } from '../doc/names.js';
import { type FieldError, type Filling, FormContext } from '../doc/use-form.js';
import { idOf } from '../fields/field.js';
import { withNew } from '../fields/with-new.js';
import type { Command } from '../preview/command.js';
import { PreviewPanel } from '../preview/preview-panel.js';
import { elementOf, inFormOrder } from '../problems/refusal.js';
import { RefusalSummary } from '../problems/refusal-summary.js';
import { useFormWords } from '../words/form-words.js';
import type { Sending } from './use-sending.js';

interface Props {
  readonly form: FormName;
  readonly title: string;
  readonly filling: Filling;
  readonly sending: Sending;
  /** What the form comes to as it is filled in now. */
  readonly command: () => Command;
  readonly development?: string;
  readonly remedies?: Readonly<Record<string, (() => void) | undefined>>;
  readonly notice?: string | undefined;
  /** Where its timing stands, if it has one: what is proposed is added there. */
  readonly timing?: string;
  readonly children: ComponentChildren;
}

const NO_PROBLEMS: readonly FieldError[] = [];

/** A form, what would change, and the way to record it. */
export function FormFrame({
  form,
  title,
  filling,
  sending,
  command,
  development,
  remedies = {},
  timing,
  notice,
  children,
}: Props) {
  const { tell } = useFormWords();
  const { language } = useWords();
  const known = useNames();
  const { draft } = filling;
  const names = useMemo(() => withNew(known, draft, language), [known, draft, language]);
  const { stage } = sending;
  const anew = (): void => {
    filling.renew();
    sending.clear();
  };
  const problems = stage.name === 'refused' ? stage.refusal.fields : NO_PROBLEMS;
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const previewed = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (stage.name === 'supposed') previewed.current?.focus();
    if (stage.name !== 'refused') return;
    const first = inFormOrder(stage.refusal.fields, idOf)
      .map(({ pointer }) => elementOf(pointer, idOf))
      .find(Boolean);
    (first ?? summary.current)?.focus();
  }, [stage]);
  const addTiming = (pointer: string, each: Json): void => {
    const given = filling.read(pointer);
    filling.write(pointer, [...(Array.isArray(given) ? given : []), each]);
  };
  const isCurrent = 'of' in stage && stage.of === draft;
  return (
    <NamesContext.Provider value={names}>
      <FormContext.Provider value={{ ...filling, problems }}>
        <form
          class="record-form"
          noValidate
          aria-labelledby="form-title"
          aria-busy={stage.name === 'asking' || stage.name === 'sending'}
          onSubmit={(event) => {
            event.preventDefault();
            if (stage.name !== 'asking' && stage.name !== 'sending') sending.ask(command());
          }}
        >
          <header class="form-head">
            <h1 id="form-title" ref={heading} tabIndex={-1}>
              {title}
            </h1>
            <p class="lead">{tell(`lead.${form}`)}</p>
          </header>
          <div class="form-fields">
            <div ref={summary} tabIndex={-1} class="refused-place">
              {stage.name === 'refused' && (
                <RefusalSummary
                  refusal={stage.refusal}
                  development={development}
                  remedies={{ 'idempotency-key-reused': anew, ...remedies }}
                />
              )}
              {notice && (
                <p class="notice" role="status">
                  {notice}
                </p>
              )}
            </div>
            {children}
            <p class="buttons form-buttons">
              <button
                type="submit"
                class={isCurrent ? '' : 'primary'}
                disabled={stage.name === 'asking' || stage.name === 'sending'}
              >
                {tell(stage.name === 'asking' ? 'preview.asking' : 'preview.ask')}
              </button>
              <Link class="button quiet" to={{ development }} onClickCapture={filling.drop}>
                {tell('cancel')}
              </Link>
            </p>
          </div>
          <section class={`preview ${'preview' in stage ? '' : 'is-empty'}`} aria-label={tell('preview.title')}>
            {!('preview' in stage) ? (
              <p>{tell('preview.later')}</p>
            ) : (
              <>
                <PreviewPanel
                  preview={stage.preview}
                  names={usedNames(stage.of, stage.of.doc)}
                  heading={previewed}
                  onTiming={timing === undefined ? undefined : (each) => addTiming(timing, each)}
                />
                {isCurrent ? (
                  <p class="buttons">
                    <button
                      type="button"
                      class="primary"
                      aria-disabled={stage.name === 'sending'}
                      onClick={() => sending.send(command())}
                    >
                      {tell(stage.name === 'sending' ? 'send.sending' : `send.${form}`)}
                    </button>
                  </p>
                ) : (
                  <p class="notice">{tell('preview.old')}</p>
                )}
              </>
            )}
          </section>
        </form>
      </FormContext.Provider>
    </NamesContext.Provider>
  );
}
