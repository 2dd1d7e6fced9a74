import type { Development } from '../asking/answers.js';
import { useAnswer } from '../asking/use-answer.js';
import { useHere } from '../asking/use-point.js';
import { Link } from '../parts/link.js';
import { langOf } from '../words/lang-of.js';
import { distanceWords } from '../words/timing-words.js';
import { useWords } from '../words/words.js';

/** By which other developments this one is dated. */
export function Timings({ timing }: Pick<Development, 'timing'>) {
  const words = useWords();
  const { at, key } = useHere();
  const ids = timing.map(({ after }) => after);
  const { body } = useAnswer(key && ids.length > 0 ? ['titles', ids, ...key] : undefined, async (service, signal) =>
    Promise.all(ids.map(async (id) => (await service.getDevelopment({ id, ...at }, { signal })).body.title)),
  );
  if (timing.length === 0) return null;
  return (
    <>
      <h3>{words.say('timing.title')}</h3>
      <ul class="timings">
        {timing.map(({ after, atLeast, atMost }, index) => (
          <li key={after}>
            {distanceWords(atLeast, atMost, words)}{' '}
            <Link to={{ development: after }} lang={langOf(body?.[index] ?? '')}>
              {body?.[index] ?? '…'}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
