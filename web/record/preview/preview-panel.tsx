import type { Ref } from 'preact';
import { useNames } from '../../asking/use-names.js';
import { Icon } from '../../parts/icons.js';
import { Link } from '../../parts/link.js';
import { VerdictMark } from '../../parts/verdict.js';
import { NO_BEGINNING, NO_END } from '../../time/days.js';
import { questionOf } from '../../words/fact-words.js';
import { useWords } from '../../words/words.js';
import type { Json } from '../doc/json.js';
import type { NewNames } from '../doc/names.js';
import { useFormWords } from '../words/form-words.js';
import type { ChangedSpan } from './spans.js';
import type { ChangedFact, Preview } from './suppose.js';
import { WarningNotice } from './warning-notice.js';

const MOST_SPANS = 5;

interface Props {
  readonly preview: Preview;
  readonly names: NewNames;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onTiming: ((timing: Json) => void) | undefined;
}

/** Which facts would be others on which days, and what else to know before it is recorded. */
export function PreviewPanel({ preview, names, heading, onTiming }: Props) {
  const { tell } = useFormWords();
  const { word, dates } = useWords();
  const { facts, lookedAt, further, warnings, referredBy } = preview;
  const registered = [
    ...Object.entries(names.entities).map(([slug, { name, type }]) => ({
      slug,
      says: `${name} (${word('type', type)})`,
    })),
    ...Object.entries(names.matters).map(([slug, { title }]) => ({ slug, says: title })),
  ];
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {tell('preview.title')}
      </h2>
      <p class="hint">{tell('preview.what')}</p>
      {warnings.length > 0 && (
        <div class="notice">
          <h3>{tell('preview.warnings')}</h3>
          {warnings.map((each) => (
            <WarningNotice key={`${each.code} ${each.development} ${each.fact}`} warning={each} onTiming={onTiming} />
          ))}
        </div>
      )}
      {facts.length === 0 && (
        <p class="no-change">
          {lookedAt
            ? tell('preview.none-looked', { days: lookedAt.map((each) => dates.day(each)).join('; ') })
            : tell('preview.none')}
        </p>
      )}
      <ul class="changed-facts">
        {facts.map((each) => (
          <FactChange key={each.fact.fact} {...each} />
        ))}
      </ul>
      {further > 0 && <p class="hint">{tell('preview.more', { count: further })}</p>}
      {registered.length > 0 && (
        <>
          <h3>{tell('preview.new')}</h3>
          <ul class="registered">
            {registered.map(({ slug, says }) => (
              <li key={slug}>
                {says} <code>{slug}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {referredBy.length > 0 && (
        <>
          <h3>{tell('preview.refers')}</h3>
          <ul class="registered">
            {referredBy.map(({ id }) => (
              <li key={id}>
                <Link to={{ development: id }}>
                  <code>{id.slice(0, 13)}…</code>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function FactChange({ fact, spans }: ChangedFact) {
  const { tell } = useFormWords();
  const words = useWords();
  const names = useNames();
  return (
    <li class="changed-fact">
      <h3>{questionOf(fact, words, names)}</h3>
      <ul aria-label={tell('preview.days')}>
        {spans.slice(0, MOST_SPANS).map((span) => (
          <li key={span.from} class="changed-span">
            <DaysOf span={span} />
            <p class="before-after">
              <VerdictMark verdict={span.before} fact={fact} />
              <Icon of="arrow" />
              <span class="hidden">{words.say('compare.then')}</span>
              <VerdictMark verdict={span.after} fact={fact} />
            </p>
          </li>
        ))}
      </ul>
      {spans.length > MOST_SPANS && <p class="hint">{tell('preview.more-spans')}</p>}
    </li>
  );
}

function DaysOf({ span: { from, to } }: { readonly span: ChangedSpan }) {
  const { tell } = useFormWords();
  const { dates } = useWords();
  const says = (): string => {
    if (from === NO_BEGINNING && to === NO_END) return tell('preview.any-day');
    if (from === NO_BEGINNING) return tell('preview.until', { day: dates.day(to) });
    if (to === NO_END) return tell('preview.from', { day: dates.day(from) });
    return tell('preview.between', { range: dates.range(from, to) });
  };
  return <p class="days-of">{says()}</p>;
}
