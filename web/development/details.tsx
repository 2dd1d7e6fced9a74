import type { Development } from '../asking/answers.js';
import { useNames } from '../asking/use-names.js';
import { Link } from '../parts/link.js';
import { useWords } from '../words/words.js';

/** What a development says beside its title; entities by their names, each leading to the state of it. */
export function Details({ details }: { readonly details: Development['details'] }) {
  const { say, word } = useWords();
  const names = useNames();
  const shown = Object.entries(details).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const one = (value: unknown) => {
    if (typeof value === 'object' && value !== null) return <code>{flat(value)}</code>;
    const text = String(value);
    if (!names.entities.has(text)) return text;
    return <Link to={{ view: 'state', entity: text }}>{names.of(text)}</Link>;
  };
  return (
    <>
      <h3>{say('development.details')}</h3>
      <dl class="details">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{word('detail', name)}</dt>
            <dd>
              {(Array.isArray(value) ? value : [value]).map((each: unknown, index) => (
                <span key={JSON.stringify(each)}>
                  {index > 0 && ', '}
                  {one(each)}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const flat = (value: object): string =>
  Object.values(value)
    .map((each) => (typeof each === 'object' && each !== null ? flat(each) : String(each)))
    .join(' ');
