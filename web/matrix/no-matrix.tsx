import { Link } from '../parts/link.js';
import { RecordBegins, useIsBeforeAll } from '../parts/record-begins.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** Something is recorded, but nothing of payments and links. */
export function NoMatrix() {
  const { say } = useWords();
  const { place } = useWhereabouts();
  if (useIsBeforeAll()) return <RecordBegins />;
  return (
    <div class="empty">
      <h2>{say('matrix.empty')}</h2>
      <p>{say('matrix.empty-what')}</p>
      <p>
        <Link class="button" to={{ view: 'state' }}>
          {say('view.state')}
        </Link>{' '}
        <Link class="button" to={{ view: 'timeline' }}>
          {say('view.timeline')}
        </Link>{' '}
        {place.knownAt !== undefined && (
          <Link class="button" to={{ knownAt: undefined }}>
            {say('matrix.empty-latest')}
          </Link>
        )}
      </p>
    </div>
  );
}
