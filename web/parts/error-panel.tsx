import type { ComponentChildren } from 'preact';
import { ServiceProblem, Unreachable } from '../../src/client/index.js';
import { useWhereabouts } from '../place/use-place.js';
import type { WordKey } from '../words/dictionary.js';
import { useWords } from '../words/words.js';
import { Icon } from './icons.js';
import { Link } from './link.js';

/** Problems of something that is not there: asking again finds it no more. */
const UNKNOWN: ReadonlySet<string> = new Set([
  'unknown-fact',
  'development-not-found',
  'matter-not-found',
  'entity-not-found',
  'invalid-parameter',
]);

/** What to do about a problem, by its code. */
const ADVICE: Readonly<Record<string, WordKey>> = {
  'invalid-coordinate': 'error.coordinate',
  'unknown-fact': 'error.unknown',
  'development-not-found': 'error.unknown',
  'matter-not-found': 'error.unknown',
  'entity-not-found': 'error.unknown',
  'views-behind': 'error.behind',
  'projection-parked': 'error.parked',
  'log-unavailable': 'error.log',
  'rate-limited': 'error.rate',
};

const NOTHING_BESIDE = { fact: undefined, development: undefined };

/** The names in a fact's key, for a search. */
const wordsOf = (fact: string): string => (fact.split(':').slice(1).join(' ') || fact).replaceAll('-', ' ');

interface Props {
  readonly error: unknown;
  readonly again: () => void;
  /** What else may help. */
  readonly children?: ComponentChildren;
}

/** What went wrong, in the words of the service, and what to do about it. */
export function ErrorPanel({ error, again, children }: Props) {
  const { say } = useWords();
  const { place } = useWhereabouts();
  const problem = error instanceof ServiceProblem ? error.problem : undefined;
  const isUnknown = (place.fact ?? place.development) !== undefined && UNKNOWN.has(problem?.code ?? '');
  const advice: WordKey =
    error instanceof Unreachable ? 'error.unreachable' : (ADVICE[problem?.code ?? ''] ?? 'error.other');
  return (
    <div class="error" role="alert">
      <h2>
        <Icon of="warning" />
        {say(advice)}
      </h2>
      <p lang="en" class="error-detail">
        {problem?.detail ?? (error instanceof Error ? error.message : String(error))}
      </p>
      {problem && (
        <p class="error-code">
          <code>
            {problem.status} {problem.code}
          </code>
        </p>
      )}
      {children}
      {isUnknown ? (
        <p class="buttons">
          <Link class="button primary" to={NOTHING_BESIDE}>
            {say('error.closed')}
          </Link>
          {place.fact !== undefined && (
            <Link class="button" to={{ ...NOTHING_BESIDE, view: 'search', q: wordsOf(place.fact) }}>
              {say('error.search', { q: wordsOf(place.fact) })}
            </Link>
          )}
          {place.knownAt !== undefined && (
            <Link class="button" to={{ knownAt: undefined }}>
              {say('error.latest')}
            </Link>
          )}
        </p>
      ) : (
        <p class="buttons">
          <button type="button" class="primary" onClick={again}>
            {say('error.again')}
          </button>
          <Link class="button" to={{ asOf: undefined, knownAt: undefined, ...NOTHING_BESIDE }}>
            {say('error.home')}
          </Link>
        </p>
      )}
    </div>
  );
}
