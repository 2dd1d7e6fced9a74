import { ServiceProblem, Unreachable } from '../../src/client/index.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isAsking: boolean;
  /** Why it did not come when it was asked for last. */
  readonly error?: unknown;
  readonly onMore: () => void;
}

/** How much of a long list is shown, and the way to more of it. */
export function More({ shown, hasMore, isAsking, error, onMore }: Props) {
  const { say, count } = useWords();
  if (!hasMore) return null;
  return (
    <p class="more">
      <span role="status">{say('more.shown', { count: count(shown) })}</span>
      <button type="button" disabled={isAsking} onClick={onMore}>
        {isAsking ? say('more.asking') : say('more')}
      </button>
      {error !== undefined && (
        <span class="more-failed" role="alert">
          {say(error instanceof Unreachable ? 'error.unreachable' : 'more.failed')}{' '}
          {error instanceof ServiceProblem && <span lang="en">{error.problem.detail}</span>}
        </span>
      )}
    </p>
  );
}
