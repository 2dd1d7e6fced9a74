import { useEffect, useRef } from 'preact/hooks';
import { ServiceProblem } from '../../src/client/index.js';
import { useAsking } from '../asking/use-answer.js';
import { useShown } from '../parts/use-shown.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

const MINUTES = 'YYYY-MM-DDTHH:MM'.length;

interface Props {
  /** When what is known was last added to; null where nothing was. */
  readonly recordedAt: string | null;
  readonly busy: boolean;
}

/**
 * When what is known was recorded; another time typed here leads to the last position recorded by then, for only a
 * position is the same for ever.
 */
export function InstantField({ recordedAt, busy }: Props) {
  const { say } = useWords();
  const { service } = useAsking();
  const { place, go } = useWhereabouts();
  const shown = recordedAt?.slice(0, MINUTES) ?? '';
  const isTyping = useRef(false);
  // Whoever has gone elsewhere has left off typing.
  useEffect(() => {
    isTyping.current = false;
    field.current?.setCustomValidity('');
  }, [place.knownAt]);
  const field = useShown(shown, isTyping);
  const refuse = (why: string): void => {
    field.current?.setCustomValidity(why);
    field.current?.reportValidity();
  };
  const take = async (): Promise<void> => {
    const value = field.current?.value ?? '';
    if (value === '' || value === shown || !isTyping.current) return;
    if (Date.parse(`${value}Z`) > Date.now()) return refuse(say('dial.not-yet'));
    // To the end of the minute, for what it shows is meant to be known then.
    const instant = `${value.slice(0, MINUTES)}:59.999Z`;
    if (Date.parse(instant) >= Date.now()) {
      isTyping.current = false;
      return go({ knownAt: undefined });
    }
    try {
      const { body } = await service.getState({ knownAt: instant, limit: 1 });
      isTyping.current = false;
      go({ knownAt: `position:${body.knownAt.position}` });
      if (field.current) field.current.value = body.knownAt.recordedAt?.slice(0, MINUTES) ?? '';
    } catch (error) {
      refuse(error instanceof ServiceProblem ? error.problem.detail : say('error.unreachable'));
    }
  };
  return (
    <span class="recorded" aria-busy={busy}>
      <label class="hidden" for="instant">
        {say('dial.recorded-by')}
      </label>
      <input
        ref={field}
        id="instant"
        type="datetime-local"
        max="9999-12-31T23:59"
        onInput={() => {
          isTyping.current = true;
          field.current?.setCustomValidity('');
        }}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
      <span aria-hidden="true">UTC</span>
    </span>
  );
}
