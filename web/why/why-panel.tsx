import type { Schemas } from '../asking/answers.js';
import { useAnswer, useAsking } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Link } from '../parts/link.js';
import { Panel } from '../parts/panel.js';
import { RecordBegins, useIsBeforeAll } from '../parts/record-begins.js';
import { Skeleton } from '../parts/skeleton.js';
import { VerdictMark } from '../parts/verdict.js';
import { useAxis } from '../time/axis.js';
import { factName, questionOf, sinceWords } from '../words/fact-words.js';
import { langOf } from '../words/lang-of.js';
import { useWords } from '../words/words.js';
import { AssertionCard } from './assertion-card.js';
import { CourseList } from './course-list.js';
import { NearFacts } from './near-facts.js';
import { reasonsFor } from './reason-words.js';
import './why.css';

type Why = Schemas['Why'];

/** Why a fact is what it is on the day, as known at the position: down to who said so. */
export function WhyPanel({ fact }: { readonly fact: string }) {
  const words = useWords();
  const { say, dates } = words;
  const names = useNames();
  const { head } = useAsking();
  const { at, key } = useHere();
  const { horizon } = useAxis();
  const { body, error, busy, again } = useAnswer(key && ['why', fact, ...key], async (service, signal) => {
    const { body } = await service.explainFact({ fact, limit: 100, ...at }, { signal });
    return body;
  });
  const history = useAnswer(
    key && error === undefined ? ['history', fact, horizon ?? head] : undefined,
    async (service, signal) => {
      const { body } = await service.getFactHistory(
        { fact, limit: 1000, ...(horizon && { knownAt: horizon }) },
        { signal },
      );
      return body.beliefs;
    },
  );
  const isBeforeAll = useIsBeforeAll();
  const name = factName(fact);
  const reasons = body && reasonsFor(name, body.asOf, words, names);
  return (
    <Panel name={say('why.name')} title={questionOf(name, words, names)} closing={{ fact: undefined }}>
      {isBeforeAll ? (
        <RecordBegins />
      ) : error !== undefined && !busy ? (
        <ErrorPanel error={error} again={again}>
          <NearFacts fact={fact} error={error} />
        </ErrorPanel>
      ) : !body || !reasons ? (
        <Skeleton rows={6} name={say('why.loading')} />
      ) : (
        <div aria-busy={busy} class="why">
          <div class={`answer answer-${body.certainty}`}>
            <p class="answer-when">{say('why.on', { day: dates.day(body.asOf) })}</p>
            <VerdictMark verdict={body} fact={name} />
            {body.since && <p class="answer-since">{sinceWords(body.since, words, 'long')}</p>}
            <p class="reason">{reasons.ofVerdict(body, body.assertions.length > 0)}</p>
          </div>
          <Assertions why={body} reasons={reasons} />
          <CourseList
            beliefs={history.body ?? []}
            position={Number(body.knownAt.position)}
            day={body.asOf}
            fact={name}
          />
          <p class="fact-key">
            <code>{fact}</code>
          </p>
        </div>
      )}
    </Panel>
  );
}

interface AssertionsProps {
  readonly why: Why;
  readonly reasons: ReturnType<typeof reasonsFor>;
}

function Assertions({ why, reasons }: AssertionsProps) {
  const { say, count, dates } = useWords();
  return (
    <>
      <h3>{say('why.assertions', { count: count(why.assertions.length) })}</h3>
      {why.assertions.length === 0 && <p class="nothing">{say('why.nobody')}</p>}
      <ol class="assertions">
        {why.assertions.map((assertion) => (
          <AssertionCard
            key={`${assertion.development.id} ${assertion.node} ${JSON.stringify(assertion.value)}`}
            assertion={assertion}
            fact={factName(why.fact)}
            reason={reasons.ofAssertion(assertion)}
          />
        ))}
      </ol>
      {why.next !== null && <p class="notice">{say('why.more')}</p>}
      {why.retracted.length > 0 && (
        <>
          <h3>{say('why.retracted')}</h3>
          <ul class="retracted">
            {why.retracted.map(({ id, title, recordedAt, position }) => (
              <li key={id}>
                <Link to={{ development: id }} lang={langOf(title)}>
                  {title}
                </Link>{' '}
                <small>{say('recorded', { position, at: dates.instant(recordedAt) })}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
