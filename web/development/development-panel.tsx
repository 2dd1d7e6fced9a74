import { useEffect } from 'preact/hooks';
import type { Schemas } from '../asking/answers.js';
import { useAnswer } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { Panel } from '../parts/panel.js';
import { Skeleton } from '../parts/skeleton.js';
import { Sources } from '../parts/sources.js';
import { langOf } from '../words/lang-of.js';
import { useWords } from '../words/words.js';
import { Changing } from './changing.js';
import { Details } from './details.js';
import { ReceiptNotice } from './receipt-notice.js';
import { Timings } from './timings.js';
import { Versions } from './versions.js';
import './development.css';

interface Props {
  readonly id: string;
  /** Told what it is called as soon as that is known. */
  readonly onTitle: (title: string | undefined) => void;
}

/** One development: what happened, who says so, and how it came to be told so. */
export function DevelopmentPanel({ id, onTitle }: Props) {
  const { say } = useWords();
  const { at, key } = useHere();
  const { body, error, busy, again } = useAnswer(key && ['development', id, ...key], async (service, signal) => {
    const [development, history] = await Promise.all([
      service.getDevelopment({ id, ...at }, { signal }),
      service.getDevelopmentHistory({ id, ...at }, { signal }),
    ]);
    return { development: development.body, versions: history.body.versions };
  });
  const title = body?.development.title;
  useEffect(() => {
    onTitle(title);
    return () => onTitle(undefined);
  }, [title, onTitle]);
  return (
    <Panel
      name={say('development.name')}
      title={
        title === undefined ? (
          say(error === undefined ? 'development.loading' : 'development.none')
        ) : (
          <span lang={langOf(title)}>{title}</span>
        )
      }
      closing={{ development: undefined }}
    >
      {error !== undefined && !busy ? (
        <ErrorPanel error={error} again={again} />
      ) : !body ? (
        <Skeleton rows={6} name={say('development.loading')} />
      ) : (
        <Body development={body.development} versions={body.versions} />
      )}
    </Panel>
  );
}

interface BodyProps {
  readonly development: Schemas['DevelopmentAnswer'];
  readonly versions: readonly Schemas['HistoryEntry'][];
}

function Body({ development, versions }: BodyProps) {
  const { say, dates, word } = useWords();
  const names = useNames();
  const { earliest, latest, when, matter, kind, note } = development;
  return (
    <div class="development">
      {development.retracted && (
        <p class="unsourced">
          <Icon of="warning" />
          {say(development.payloadErased ? 'development.erased' : 'development.retracted')}
        </p>
      )}
      <ReceiptNotice id={development.id} />
      <p class="when big" title={say('edtf', { when })}>
        {dates.range(earliest, latest)} <code class="edtf">{when}</code>
      </p>
      <p class="tags">
        <span class="tag">{word('kind', kind)}</span>
        {matter && (
          <Link class="tag" to={{ view: 'timeline', matter, development: undefined }}>
            {names.matter(matter)}
          </Link>
        )}
      </p>
      <Timings timing={development.timing} />
      <Details details={development.details} />
      {note && (
        <>
          <h3>{say('development.note')}</h3>
          <p class="note" lang={langOf(note)}>
            {note}
          </p>
        </>
      )}
      <h3>{say('sources')}</h3>
      <Sources of={development} />
      <h3>{say('versions.title')}</h3>
      <Versions versions={versions} />
      <Changing id={development.id} retracted={development.retracted === true} />
    </div>
  );
}
