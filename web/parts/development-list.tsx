import type { Development } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { langOf } from '../words/lang-of.js';
import { useWords } from '../words/words.js';
import { Icon } from './icons.js';
import { Link } from './link.js';
import './development-list.css';

/** Developments one under the other. */
export function DevelopmentList({ developments }: { readonly developments: readonly Development[] }) {
  const { dates, say, word } = useWords();
  const names = useNames();
  return (
    <ol class="developments">
      {developments.map(({ id, title, earliest, latest, when, kind, matter, unsourced }) => (
        <li key={id}>
          <p class="when" title={say('edtf', { when })}>
            {dates.shortRange(earliest, latest)}
          </p>
          <p class="what">
            <Link to={{ development: id }} lang={langOf(title)}>
              {title}
            </Link>
            <span class="tags">
              <span class="tag">{word('kind', kind)}</span>
              {matter && <span class="tag">{names.matter(matter)}</span>}
              {unsourced && (
                <span class="tag tag-warning">
                  <Icon of="warning" />
                  {say('source.none')}
                </span>
              )}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
