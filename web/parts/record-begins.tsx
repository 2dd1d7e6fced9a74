import { useAnswer, useAsking } from '../asking/use-answer.js';
import { useMoment } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';
import { Link } from './link.js';

/** Whether the address asks what was known before anything was recorded, though something is by now. */
export function useIsBeforeAll(): boolean {
  const { head } = useAsking();
  const { place } = useWhereabouts();
  const { moment, busy } = useMoment(place);
  return moment?.position === 0 && !busy && head !== undefined && head > 0;
}

/** Says when the record began, and leads to the same question by all that is recorded. */
export function RecordBegins() {
  const { say, dates } = useWords();
  const { body } = useAnswer(['record begins'], async (service, signal) => {
    const { body } = await service.getState({ knownAt: 'position:1', limit: 1 }, { signal });
    return body.knownAt.recordedAt;
  });
  return (
    <p class="notice record-begins">
      <span>{body ? say('begins', { at: dates.instant(body) }) : say('begins.later')}</span>{' '}
      <Link to={{ knownAt: undefined }}>{say('begins.all')}</Link>
    </p>
  );
}
