import { RULES } from '../../projections/rules.js';
import type { EventStore } from '../event-store/event-store.js';
import { MomentsUnderWay } from '../event-store/moments-under-way.js';
import type { Follower, ReadableViews } from '../projecting/following.js';
import { Refusal } from '../refusal.js';
import type { Coordinates, KnownAt } from '../time/coordinates.js';
import { type Day, dayOfInstant, formatDay } from '../time/day.js';

/** Milliseconds a question waits for the views before it is answered 503. */
const PATIENCE = 3_000;

const ERASED_BETWEEN = `
  SELECT DISTINCT d.id FROM erasures e JOIN developments d ON d.dev = e.dev
  WHERE e.known_from <= ? AND (e.known_to IS NULL OR e.known_to > ?) ORDER BY e.dev`;

/** Resolved coordinates: the day, and the position the answer is given at. */
export interface Moment {
  readonly day: Day;
  readonly position: number;
  readonly recordedAt: string | null;
  /** Developments of which what they stated there, or from `since` on, was erased; absent where there are none. */
  readonly erased?: readonly string[];
}

/** Coordinates as they were asked for, or as a cursor holds them. */
export interface Asked extends Coordinates {
  /** Sent beside a cursor: it has to lead to the very position that the cursor holds. */
  readonly sameAs?: KnownAt;
  /** The first position that the answer rests on, where it is about more than one. */
  readonly since?: number;
  /** What the parameter is called that says what was known; `knownAt` if left out. */
  readonly knownAtName?: string;
}

/** What every answer says of its coordinates: enough to ask for the same bytes again. */
export interface Coordinated {
  readonly asOf: string;
  readonly knownAt: { readonly position: string; readonly recordedAt: string | null };
  readonly rules: number;
  readonly prospective?: true;
  readonly erased?: readonly string[];
}

/** What an answer about two moments says of them. */
export interface Compared {
  readonly from: Omit<Coordinated, 'rules'>;
  readonly to: Omit<Coordinated, 'rules'>;
  readonly rules: number;
}

export const coordinated = ({ day, position, recordedAt, erased }: Moment): Coordinated => ({
  asOf: formatDay(day),
  knownAt: { position: String(position), recordedAt },
  rules: RULES,
  ...(recordedAt !== null && day > dayOfInstant(recordedAt) && { prospective: true }),
  ...(erased && { erased }),
});

export function compared(from: Moment, to: Moment): Compared {
  const [{ rules: _, ...start }, { rules, ...end }] = [coordinated(from), coordinated(to)];
  return { from: start, to: end, rules };
}

/** Resolves coordinates against the log and the views, waiting for the views where they are behind. */
export class Moments {
  constructor(
    private readonly store: EventStore,
    private readonly views: ReadableViews,
    private readonly projector: Follower,
    private readonly now: () => Date,
    private readonly underWay = new MomentsUnderWay(),
  ) {}

  /**
   * @param needs projections the answer is read from
   * @throws {Refusal} invalid-coordinate, invalid-parameter, views-behind, projection-parked
   */
  async resolve(asked: Asked, needs: readonly string[]): Promise<Moment> {
    const { asOf, knownAt, minPosition, sameAs, since, knownAtName: name = 'knownAt' } = asked;
    if (minPosition !== undefined) await this.#reach(minPosition);
    const position = knownAt ? await this.#positionOf(knownAt, name) : this.views.checkpoint;
    if (sameAs && (await this.#positionOf(sameAs, name)) !== position) {
      throw new Refusal('invalid-parameter', `cursor: it holds position ${position}, and "${name}" another one.`, {
        parameter: 'cursor',
      });
    }
    // What rests on developments has to say which of them were erased.
    const needed = needs.includes('developments') ? [...needs, 'erasures'] : needs;
    const parked = this.views.parked.find((each) => needed.includes(each.projection) && each.position <= position);
    if (parked) {
      throw new Refusal(
        'projection-parked',
        `The view "${parked.projection}" stopped at position ${parked.position}, which it can't handle. ` +
          `Ask with ${name}=position:${parked.position - 1} or earlier.`,
      );
    }
    return {
      day: asOf ?? dayOfInstant(this.now().toISOString()),
      position,
      recordedAt: this.recordedAt(position),
      ...this.#erasedBetween(since ?? position, position),
    };
  }

  #erasedBetween(since: number, position: number): Pick<Moment, 'erased'> {
    const rows = this.views.sql.all<{ id: string }>(ERASED_BETWEEN, position, since);
    return rows.length === 0 ? {} : { erased: rows.map(({ id }) => id) };
  }

  /** Record time of a position the views have reached; null at 0. */
  recordedAt(position: number): string | null {
    const row = this.views.sql.get<{ recorded_at: string }>(
      'SELECT recorded_at FROM clock WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1',
      position,
    );
    return row?.recorded_at ?? null;
  }

  async #positionOf(knownAt: KnownAt, name: string): Promise<number> {
    // What the views hold is in the log: it can be asked about also while the log is out of reach.
    if ('position' in knownAt && knownAt.position <= this.views.checkpoint) return knownAt.position;
    if ('position' in knownAt) {
      const head = (await this.store.head()).position;
      if (knownAt.position > head) {
        throw new Refusal('invalid-coordinate', `${name}: the log ends at position ${head}.`, { parameter: name });
      }
      await this.#reach(knownAt.position);
      return knownAt.position;
    }
    // By number: past the year 9999 the text would sort before all others.
    if (Date.parse(knownAt.instant) > this.now().getTime()) {
      throw new Refusal(
        'invalid-coordinate',
        `${name}: ${knownAt.instant} has not come yet; nobody knows what will be known then.`,
        {
          parameter: name,
        },
      );
    }
    await this.#settle(knownAt.instant);
    await this.#reach((await this.store.head()).position);
    const next = this.views.sql.get<{ first_position: number }>(
      'SELECT first_position FROM clock WHERE recorded_at > ? ORDER BY recorded_at LIMIT 1',
      knownAt.instant,
    );
    return next ? next.first_position - 1 : this.views.checkpoint;
  }

  /** What bears that time may be on its way to the disk: answered without it, the same question had another answer later. */
  async #settle(instant: string): Promise<void> {
    if (await this.underWay.settledUpTo(instant, PATIENCE)) return;
    throw new Refusal('views-behind', 'What was recorded at that time is still being written.', { retryAfter: 1 });
  }

  async #reach(position: number): Promise<void> {
    if (await this.projector.reached(position, PATIENCE)) return;
    throw new Refusal(
      'views-behind',
      `The views have reached position ${this.views.checkpoint}, not yet ${position}.`,
      {
        retryAfter: 1,
      },
    );
  }
}
