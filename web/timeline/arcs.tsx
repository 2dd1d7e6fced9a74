import { dayNumber } from '../time/days.js';
import type { Scale } from '../time/scale.js';
import type { Lane, Placed } from './layout.js';

interface Props {
  readonly lanes: readonly Lane[];
  readonly places: Placed;
  readonly scale: Scale;
  readonly width: number;
  readonly rowHeight: number;
}

const CENTRE = 15;

/** From a development to what is dated by it. The same is said in words where one of them is looked at. */
export function Arcs({ lanes, places, scale, width, rowHeight }: Props) {
  const all = new Map(lanes.flatMap(({ developments }) => developments.map((each) => [each.id, each] as const)));
  const paths = [...all.values()].flatMap((later) =>
    later.timing.flatMap(({ after }) => {
      const earlier = all.get(after);
      const [y1, y2] = [places.top.get(after), places.top.get(later.id)];
      if (!earlier || y1 === undefined || y2 === undefined) return [];
      const isOver = earlier.latest < later.earliest;
      const x1 = scale.at(dayNumber(earlier.latest) + 1) * width;
      // Where the ranges overlap, from end to end: the one ends no sooner than the other.
      const x2 = (isOver ? scale.at(dayNumber(later.earliest)) : scale.at(dayNumber(later.latest) + 1)) * width;
      const [from, to] = [y1 + Math.min(CENTRE, rowHeight / 2), y2 + Math.min(CENTRE, rowHeight / 2)];
      const bend = Math.max(14, Math.min(60, Math.abs(to - from) / 3));
      const back = isOver ? x2 - bend : x2 + bend;
      return [`M${x1} ${from}C${x1 + bend} ${from} ${back} ${to} ${x2} ${to}`];
    }),
  );
  return (
    <svg class="arcs" width={width} height={places.height} aria-hidden="true" focusable="false">
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {paths.map((path) => (
        <path key={path} d={path} markerEnd="url(#arrow)" />
      ))}
    </svg>
  );
}
