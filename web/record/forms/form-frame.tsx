import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { NamesContext, useNames } from '../../asking/use-names.js';
import { Link } from '../../parts/link.js';
import type { FormName } from '../../place/place.js';
import { useWords } from '../../words/words.js';
import type { Json } from '../doc/json.js';
import { type FieldError, type Filling, FormContext } from '../doc/use-form.js';
import { idOf } from '../fields/field.js';
import { withNew } from '../fields/with-new.js';
import type { Command } from '../preview/command.js';
import { elementOf, inFormOrder, unchosenIn } from '../problems/refusal.js';
import { RefusalSummary } from '../problems/refusal-summary.js';
import { useFormWords } from '../words/form-words.js';
import { PreviewSide } from './preview-side.js';
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
  /** Puts what was kept on the newest version; undefined where it stands on that. */
  readonly overtaken?: (() => void) | undefined;
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
  overtaken,
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
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
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
  const isBusy = stage.name === 'asking' || stage.name === 'sending';
  const isCurrent = 'of' in stage && stage.of === draft;
  return (
    <NamesContext.Provider value={names}>
      <FormContext.Provider value={{ ...filling, problems }}>
        <form
          class="record-form"
          noValidate
          aria-labelledby="form-title"
          aria-busy={isBusy}
          onSubmit={(event) => {
            event.preventDefault();
            if (isBusy) return;
            const unchosen = unchosenIn(draft, tell('combo.choose'));
            if (unchosen) sending.refuse(unchosen);
            else sending.ask(command());
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
              {filling.wasKept && (
                <p class="notice kept" role="status">
                  {tell('draft.kept')}{' '}
                  <button type="button" onClick={filling.restart}>
                    {tell('draft.drop')}
                  </button>
                </p>
              )}
              {overtaken && stage.name !== 'refused' && (
                <p class="notice" role="status">
                  {tell('draft.overtaken')}{' '}
                  <button type="button" onClick={overtaken}>
                    {tell('refused.revision.do')}
                  </button>
                </p>
              )}
              {notice && (
                <p class="notice" role="status">
                  {notice}
                </p>
              )}
            </div>
            <Fragment key={filling.generation}>{children}</Fragment>
            <p class="buttons form-buttons">
              <button type="submit" class={isCurrent ? '' : 'primary'} aria-disabled={isBusy}>
                {tell(stage.name === 'asking' ? 'preview.asking' : 'preview.ask')}
              </button>
              <Link class="button quiet" to={{ development }} onClickCapture={filling.drop}>
                {tell('cancel')}
              </Link>
            </p>
          </div>
          <PreviewSide
            form={form}
            stage={stage}
            draft={draft}
            onTiming={timing === undefined ? undefined : (each) => addTiming(timing, each)}
            onSend={() => sending.send(command())}
          />
        </form>
      </FormContext.Provider>
    </NamesContext.Provider>
  );
}
