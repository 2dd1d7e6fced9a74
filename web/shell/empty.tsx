import { Link } from '../parts/link.js';
import { useWords } from '../words/words.js';

/** A service that holds nothing yet, and what to do about it. */
export function Empty() {
  const { say } = useWords();
  return (
    <div class="empty">
      <h1>{say('empty.title')}</h1>
      <p>{say('empty.what')}</p>
      <dl class="ways">
        <dt>{say('empty.sample')}</dt>
        <dd>
          <code>npm start -- --sample</code>
        </dd>
        <dt>{say('empty.import')}</dt>
        <dd>
          <code>npm run regtime -- import my.ndjson</code>
        </dd>
        <dt>{say('empty.record')}</dt>
        <dd>
          <Link to={{ form: 'record' }}>{say('form.record')}</Link> · <a href="/docs">POST /v1/developments</a>
        </dd>
      </dl>
      <p>{say('empty.live')}</p>
    </div>
  );
}
