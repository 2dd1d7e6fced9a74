import { useWords } from '../words/words.js';

export function Footer() {
  const { say } = useWords();
  return (
    <footer class="foot">
      <p>{say('foot.what')}</p>
      <p>
        <a href="/docs">{say('foot.api')}</a>
      </p>
    </footer>
  );
}
