import type { Moment } from '../asking/use-point.js';
import { RecordBegins, useIsBeforeAll } from '../parts/record-begins.js';
import { pinnedPosition } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';
import { CopyLink } from './copy-link.js';
import { DayDial } from './day-dial.js';
import { KnowledgeDial } from './knowledge-dial.js';
import { MatterField } from './matter-field.js';
import './band.css';

interface Props {
  readonly moment: Moment | undefined;
  readonly head: number;
  /** Whether another answer is awaited than the one of `moment`. */
  readonly busy: boolean;
}

/** The question in words, and the two dials that change it: the day, and what was known. */
export function Band({ moment, head, busy }: Props) {
  const { say, dates } = useWords();
  const { place } = useWhereabouts();
  // What is asked, not what was answered last: whoever holds a key down is ahead of the answers.
  const asOf = place.asOf ?? moment?.asOf;
  const position = pinnedPosition(place) ?? moment?.position ?? head;
  const isBeforeAll = useIsBeforeAll();
  const recordedAt = moment?.position === position ? moment.recordedAt : null;
  // Not how many entries there are: a cited answer stays the same when more is recorded.
  const known =
    place.knownAt === undefined
      ? say('band.known-now')
      : position === 0
        ? say('band.known-before')
        : recordedAt === null
          ? say('band.known-entry', { position })
          : say('band.known-at', { position, at: dates.instant(recordedAt) });
  return (
    <section class="band" aria-label={say('band.name')}>
      <div class="band-words">
        <h1 class="question">
          <span class="question-day">{asOf ? say('band.on', { day: dates.day(asOf) }) : say('band.today')}</span>{' '}
          <span class="question-known">{known}</span>
        </h1>
        <div class="band-tools">
          <MatterField />
          <CopyLink moment={moment} />
        </div>
      </div>
      {moment?.prospective && <p class="notice">{say('band.prospective')}</p>}
      {isBeforeAll && <RecordBegins />}
      {asOf && <DayDial asOf={asOf} />}
      <KnowledgeDial position={position} head={head} recordedAt={moment?.recordedAt ?? null} busy={busy} />
    </section>
  );
}
