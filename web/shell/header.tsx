import type { Live } from '../asking/use-live.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { useShown } from '../parts/use-shown.js';
import { VIEWS } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';
import { RecordLink } from './record-link.js';
import { ThemeSwitch } from './theme-switch.js';
import './header.css';

const SHOWN = VIEWS.filter((view) => view !== 'search');

/** What one may look at, the search, and the language. */
export function Header({ live }: { readonly live: Live }) {
  const { say, language } = useWords();
  const { place, go } = useWhereabouts();
  const field = useShown(place.q ?? '');
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <header class="top">
      <Link class="brand" to={{ view: 'matrix', fact: undefined, development: undefined, q: undefined }}>
        <Icon of="open" />
        <span>{say('name')}</span>
      </Link>
      <nav aria-label={say('views')}>
        <ul class="views">
          {SHOWN.map((view) => (
            <li key={view}>
              <Link to={{ view }} {...(place.view === view && place.form === undefined && { 'aria-current': 'page' })}>
                {say(`view.${view}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form
          class="search-form"
          onSubmit={(event) => {
            event.preventDefault();
            const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
            go(q === '' ? { view: 'timeline', q: undefined } : { view: 'search', q });
          }}
        >
          <label class="hidden" for="q">
            {say('search')}
          </label>
          <input id="q" name="q" type="search" ref={field} placeholder={say('search.hint')} />
          <button type="submit" aria-label={say('search')}>
            <Icon of="search" />
          </button>
        </form>
      </search>
      <div class="aside">
        <RecordLink />
        <span class={`live live-${live.how}`} title={say(`live.${live.how}`)}>
          <span class="live-dot" />
          <span aria-hidden="true">{say(`live.${live.how}-short`)}</span>
          <span class="hidden" role="status">
            {say(`live.${live.how}`)}
          </span>
        </span>
        <Link
          class="language"
          to={{ lang: other, form: place.form }}
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          hrefLang={other}
        >
          {say('language.other')}
        </Link>
        <ThemeSwitch />
      </div>
    </header>
  );
}
