import { useEffect, useRef } from 'preact/hooks';
import { ServiceProblem } from '../../src/client/index.js';
import { useWords } from '../words/words.js';

/** Whether whoever asks has to say who they are, or is not allowed to look. */
export const wantsKey = (error: unknown): error is ServiceProblem =>
  error instanceof ServiceProblem && (error.code === 'unauthenticated' || error.code === 'forbidden');

interface Props {
  readonly error: ServiceProblem;
  /** Whether there was a key that was not taken. */
  readonly wasGiven: boolean;
  readonly onKey: (key: string) => void;
}

/** Asks for a key. */
export function KeyForm({ error, wasGiven, onKey }: Props) {
  const { say } = useWords();
  const field = useRef<HTMLInputElement>(null);
  // Whoever gave a key that was none gives another.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [error]);
  return (
    <main class="key-form">
      <h1>{say('key.title')}</h1>
      <p>{say('key.what')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const key = String(new FormData(event.currentTarget).get('key') ?? '').trim();
          if (key !== '') onKey(key);
        }}
      >
        <label for="key">{say('key.label')}</label>
        <input
          ref={field}
          id="key"
          name="key"
          type="password"
          autocomplete="off"
          required
          aria-describedby="key-problem"
        />
        <button type="submit" class="primary">
          {say('key.send')}
        </button>
      </form>
      <div id="key-problem" class="notice" role="status">
        {wasGiven && <p>{say('key.refused')}</p>}
        <p lang="en">{error.problem.detail}</p>
      </div>
      <p>
        <code>npm run regtime -- key create --role reader --name me</code>
      </p>
    </main>
  );
}
