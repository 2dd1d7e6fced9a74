import { useState } from 'preact/hooks';
import type { Live } from './asking/use-live.js';
import { NamesContext, useRegistry } from './asking/use-names.js';
import { useHorizon, useMoment } from './asking/use-point.js';
import { Band } from './band/band.js';
import { Compare } from './compare/compare.js';
import { DevelopmentPanel } from './development/development-panel.js';
import { Matrix } from './matrix/matrix.js';
import { ErrorPanel } from './parts/error-panel.js';
import { useWhereabouts } from './place/use-place.js';
import { RecordView } from './record/record-view.js';
import { Search } from './search/search.js';
import { Elsewhere } from './shell/elsewhere.js';
import { Empty } from './shell/empty.js';
import { ErasedNotice } from './shell/erased-notice.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { JustRecorded } from './shell/just-recorded.js';
import { KeyForm, wantsKey } from './shell/key-form.js';
import { UnknownNames } from './shell/unknown-names.js';
import { Unusable } from './shell/unusable.js';
import { useSettled } from './shell/use-settled.js';
import { useTitle } from './shell/use-title.js';
import { State } from './state/state.js';
import { AxisContext } from './time/axis.js';
import { useMakeAxis } from './time/use-axis.js';
import { Timeline } from './timeline/timeline.js';
import { WhyPanel } from './why/why-panel.js';
import { useWords } from './words/words.js';

interface Props {
  readonly live: Live;
  /** Whether a key is sent. */
  readonly hasKey: boolean;
  readonly onKey: (key: string) => void;
}

/** The page: the question above, the view that answers it, and beside it why. */
export function Explorer({ live, hasKey, onKey }: Props) {
  const { place } = useWhereabouts();
  const { language, say } = useWords();
  const horizon = useHorizon(place);
  const { moment, error, busy, again } = useMoment(place);
  // Before anything was recorded nobody had a name; the question is put in those of now.
  const named = moment?.position === 0 ? undefined : place.knownAt;
  const names = useRegistry(useSettled(named), live.head, language);
  const { axis, courses } = useMakeAxis(place, horizon, moment);
  const [development, setDevelopment] = useState<string>();
  useTitle(moment, names, development);
  if (wantsKey(error)) return <KeyForm error={error} wasGiven={hasKey} onKey={onKey} />;
  const hasPanel = place.form === undefined && (place.fact !== undefined || place.development !== undefined);
  const isEmpty = live.head === 0 && live.how !== 'lost' && error === undefined;
  return (
    <NamesContext.Provider value={names}>
      <AxisContext.Provider value={axis}>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <Header live={live} />
        {!isEmpty && place.form === undefined && (
          <Band moment={moment} head={live.head ?? moment?.position ?? 0} busy={busy} />
        )}
        {!isEmpty && place.form === undefined && <JustRecorded />}
        <main id="main" tabIndex={-1} class={`stage ${hasPanel ? 'has-panel' : ''}`}>
          <div class="view">
            <Unusable />
            {place.form !== undefined ? (
              <RecordView form={place.form} development={place.development} />
            ) : isEmpty ? (
              <Empty />
            ) : error !== undefined ? (
              <ErrorPanel error={error} again={again} />
            ) : (
              <>
                <UnknownNames />
                <ErasedNotice developments={moment?.erased ?? []} />
                <ViewOf view={place.view} courses={courses} moment={moment} />
                {/* None of the other forms is of two points. */}
                {place.view !== 'compare' && <Elsewhere moment={moment} />}
              </>
            )}
          </div>
          {!hasPanel ? null : place.development !== undefined ? (
            <DevelopmentPanel key={place.development} id={place.development} onTitle={setDevelopment} />
          ) : (
            place.fact !== undefined && <WhyPanel key={place.fact} fact={place.fact} />
          )}
        </main>
        <Footer />
      </AxisContext.Provider>
    </NamesContext.Provider>
  );
}

function ViewOf({ view, courses, moment }: Parameters<typeof Matrix>[0] & { readonly view: string }) {
  switch (view) {
    case 'timeline':
      return <Timeline />;
    case 'state':
      return <State />;
    case 'compare':
      return <Compare moment={moment} />;
    case 'search':
      return <Search />;
    default:
      return <Matrix courses={courses} moment={moment} />;
  }
}
