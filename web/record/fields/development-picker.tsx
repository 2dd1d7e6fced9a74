import { useEffect, useState } from 'preact/hooks';
import { useAnswer, useAsking } from '../../asking/use-answer.js';
import { useWords } from '../../words/words.js';
import { Combobox } from '../combobox/combobox.js';
import { useFormWords } from '../words/form-words.js';
import type { Tied } from './field.js';
import { useDevelopment } from './use-development.js';
import { useUnchosen } from './use-unchosen.js';

interface Props extends Tied {
  readonly pointer: string;
  readonly value: string | undefined;
  readonly onValue: (id: string | undefined) => void;
}

/** Milliseconds after the last key in which nothing is asked. */
const PAUSE = 180;
const MOST = 8;

/** Picks a development of the timeline, by words of it or of whom it is about. */
export function DevelopmentPicker({ pointer, value, onValue, ...field }: Props) {
  const { tell } = useFormWords();
  const { dates, word } = useWords();
  const { typed, tied, hint, hintId, type, settle } = useUnchosen(pointer, field);
  const q = usePaused(typed?.trim() ?? '');
  const { head } = useAsking();
  const found = useAnswer(['pick', q, head], async (service, signal) => {
    const asked = { limit: MOST, order: 'desc' as const, ...(isSearchable(q) && { q }) };
    const { body } = await service.getTimeline(asked, { signal });
    return body.developments;
  });
  const chosen = useDevelopment(value);
  const options = (found.body ?? []).map((each) => ({
    key: each.id,
    label: each.title,
    aside: `${dates.shortRange(each.earliest, each.latest)} · ${word('kind', each.kind)}`,
  }));
  return (
    <>
      <Combobox
        {...tied}
        text={typed ?? (value === undefined ? '' : (chosen?.title ?? '…'))}
        options={options}
        busy={found.busy}
        placeholder={tell('combo.search')}
        onText={(next) => {
          if (type(next) && value !== undefined) onValue(undefined);
        }}
        onChoose={(id) => {
          settle();
          onValue(id);
        }}
      />
      {hint && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
      {chosen && typed === undefined && (
        <p class="hint">
          {dates.range(chosen.earliest, chosen.latest)} <code class="edtf">{chosen.when}</code>
        </p>
      )}
    </>
  );
}

/** A text without a letter or a digit is refused. */
const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
