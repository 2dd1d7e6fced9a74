import { useEffect, useRef } from 'preact/hooks';
import type { FormName } from '../../place/place.js';
import type { Draft } from '../doc/draft.js';
import type { Json } from '../doc/json.js';
import { usedNames } from '../doc/names.js';
import { PreviewPanel } from '../preview/preview-panel.js';
import { useFormWords } from '../words/form-words.js';
import type { Stage } from './use-sending.js';

interface Props {
  readonly form: FormName;
  readonly stage: Stage;
  readonly draft: Draft;
  readonly onTiming: ((timing: Json) => void) | undefined;
  readonly onSend: () => void;
}

/** What would change, beside the form, and the button that records just that. */
export function PreviewSide({ form, stage, draft, onTiming, onSend }: Props) {
  const { tell } = useFormWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (stage.name === 'supposed') heading.current?.focus();
  }, [stage]);
  if (!('preview' in stage)) {
    return (
      <section class="preview is-empty" aria-label={tell('preview.title')}>
        <p>{tell('preview.later')}</p>
      </section>
    );
  }
  const isSending = stage.name === 'sending';
  return (
    <section class="preview" aria-label={tell('preview.title')}>
      <PreviewPanel
        preview={stage.preview}
        names={usedNames(stage.of, stage.of.doc)}
        heading={heading}
        onTiming={onTiming}
      />
      {stage.of === draft ? (
        <p class="buttons">
          <button type="button" class="primary" aria-disabled={isSending} onClick={onSend}>
            {tell(isSending ? 'send.sending' : `send.${form}`)}
          </button>
        </p>
      ) : (
        <p class="notice">{tell('preview.old')}</p>
      )}
    </section>
  );
}
