import type { Schemas } from '../asking/answers.js';
import { Link } from '../parts/link.js';
import { useWords } from '../words/words.js';

/** Who told it when, and what was changed since, and why. */
export function Versions({ versions }: { readonly versions: readonly Schemas['HistoryEntry'][] }) {
  const { say, dates, word } = useWords();
  return (
    <ol class="versions">
      {versions.map(
        ({ revision, position, recordedAt, type, actor, reason, cause, changed, payloadErased, version }) => (
          <li key={revision}>
            <p>
              <strong>{revision === 0 ? say('versions.recorded') : word('event', type)}</strong>{' '}
              {say('recorded', { position, at: dates.instant(recordedAt) })} · {say('versions.by', { actor })}
            </p>
            {reason && (
              <p class="reason">
                {reason}
                {cause && <small> ({word('cause', cause)})</small>}
              </p>
            )}
            {payloadErased && <p class="unsourced">{say('versions.erased')}</p>}
            {changed && changed.length > 0 && (
              <p class="changed">
                {say('versions.changed')} {changed.map((pointer) => pointer.slice(1)).join(', ')}
              </p>
            )}
            <p>
              <code class="edtf">{version.when}</code>{' '}
              <Link to={{ knownAt: `position:${position}` }}>{say('versions.then')}</Link>
            </p>
          </li>
        ),
      )}
    </ol>
  );
}
