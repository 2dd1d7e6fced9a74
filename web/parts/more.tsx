import { useWords } from '../words/words.js';

interface Props {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isAsking: boolean;
  readonly onMore: () => void;
}

/** How much of a long list is shown, and the way to more of it. */
export function More({ shown, hasMore, isAsking, onMore }: Props) {
  const { say, count } = useWords();
  if (!hasMore) return null;
  return (
    <p class="more">
      <span role="status">{say('more.shown', { count: count(shown) })}</span>
      <button type="button" disabled={isAsking} onClick={onMore}>
        {isAsking ? say('more.asking') : say('more')}
      </button>
    </p>
  );
}
