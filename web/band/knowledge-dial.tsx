import { Icon } from '../parts/icons.js';
import { neighbour, Slider } from '../parts/slider.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { useWords } from '../words/words.js';
import { Fold } from './fold.js';
import { InstantField } from './instant-field.js';

interface Props {
  readonly position: number;
  readonly head: number;
  readonly recordedAt: string | null;
  /** Whether it is still being asked when that was recorded. */
  readonly busy: boolean;
}

/** What was known: everything up to a position of the log. */
export function KnowledgeDial({ position, head, recordedAt, busy }: Props) {
  const { say, count } = useWords();
  const { place, go } = useWhereabouts();
  const { positions } = useAxis();
  // What is known now goes on growing: it is not pinned unless somebody asks for it.
  const known = (to: number): { knownAt: string | undefined } => ({
    knownAt: to >= head ? undefined : `position:${Math.max(0, to)}`,
  });
  const move = (to: number, how?: 'replace'): void => go(known(to), how);
  // A link may name a position that the log does not have yet; until the end of the log is known, any may be in it.
  const last = head > 0 ? head : Math.max(position, 1);
  const isBeyond = position > last;
  const before = isBeyond ? last : (neighbour(positions, position, -1) ?? (position > 0 ? 0 : undefined));
  const after = neighbour(positions, position, 1) ?? (position < head ? head : undefined);
  const text = say('dial.position', { position: count(position), head: count(last) });
  const state = place.knownAt === undefined ? say('dial.all', { count: count(last) }) : text;
  return (
    <Fold
      state={
        <>
          {say('dial.known')}: {state}
        </>
      }
    >
      <div class="dial dial-knowledge">
        <div class="dial-head">
          <label class="dial-name" for="position">
            {say('dial.known')}
          </label>
          <span class="position-field">
            <input
              id="position"
              type="number"
              min={0}
              max={last}
              value={position}
              onChange={({ currentTarget: { value } }) => {
                if (/^\d{1,15}$/.test(value)) go(known(Number(value)));
              }}
            />
            <span class="position-of">{say('dial.of', { head: count(last) })}</span>
          </span>
          <InstantField recordedAt={recordedAt} busy={busy} />
        </div>
        <Slider
          label={say('dial.known-axis')}
          value={Math.min(position, last)}
          min={0}
          max={last}
          at={(value) => value / last}
          valueAt={(share) => Math.round(Math.min(1, Math.max(0, share)) * last)}
          marks={positions}
          text={text}
          isReady
          onMove={move}
        />
        <div class="buttons">
          <button type="button" disabled={before === undefined} onClick={() => before !== undefined && move(before)}>
            <Icon of="previous" />
            <span class="wide">{say('dial.earlier')}</span>
          </button>
          <button type="button" disabled={after === undefined} onClick={() => after !== undefined && move(after)}>
            <span class="wide">{say('dial.later')}</span>
            <Icon of="next" />
          </button>
          <button type="button" disabled={place.knownAt === undefined || position === head} onClick={() => move(head)}>
            {say('dial.latest')}
          </button>
        </div>
        <p class="dial-hint">{say('dial.hint')}</p>
      </div>
    </Fold>
  );
}
