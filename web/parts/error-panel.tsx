import type { ComponentChildren } from 'preact';
import { ServiceProblem, Unreachable } from '../../src/client/index.js';
import type { WordKey } from '../words/dictionary.js';
import { useWords } from '../words/words.js';
import { Icon } from './icons.js';
import { Link } from './link.js';

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

interface Props {
  readonly error: unknown;
  readonly again: () => void;
  /** What else may help. */
  readonly children?: ComponentChildren;
}

/** What went wrong, in the words of the service, and what to do about it. */
export function ErrorPanel({ error, again, children }: Props) {
  const { say } = useWords();
  const problem = error instanceof ServiceProblem ? error.problem : undefined;
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
      <p class="buttons">
        <button type="button" class="primary" onClick={again}>
          {say('error.again')}
        </button>
        <Link class="button" to={{ asOf: undefined, knownAt: undefined, fact: undefined, development: undefined }}>
          {say('error.home')}
        </Link>
      </p>
    </div>
  );
}
