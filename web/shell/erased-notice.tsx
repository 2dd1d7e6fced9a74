import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { useWords } from '../words/words.js';

/** So many are linked. */
const LINKED = 5;

/** Says that something was known there that was erased since: nobody can tell which answers rested on it. */
export function ErasedNotice({ developments }: { readonly developments: readonly string[] }) {
  const { say } = useWords();
  if (developments.length === 0) return null;
  return (
    <p class="notice erased" role="note">
      <Icon of="warning" />
      <span>{say('erased.here', { count: developments.length })}</span>
      {developments.slice(0, LINKED).map((id) => (
        <Link key={id} class="button" to={{ development: id }}>
          {say('erased.which', { id: id.slice(0, 8) })}
        </Link>
      ))}
    </p>
  );
}
