import { developmentOf, ownChange, withFine } from '../../projections/change.js';
import { factsOf } from '../../projections/facts.projection.js';
import { PROJECTIONS } from '../../projections/index.js';
import type { Sql } from '../../projections/projection.js';
import { scopesOf } from '../../projections/scopes.js';
import { referencesOfVersion } from '../developments/draft.js';
import type { EventStore, RecordedEvent } from '../event-store/event-store.js';
import type { Follower, ReadableViews } from '../projecting/following.js';
import { Views } from '../projecting/views.js';
import { Excerpt } from './excerpt.js';

/** Words are not held as they were written, so no excerpt can be taken of them; nothing else reads them. */
const SUPPOSED = PROJECTIONS.filter(({ name }) => name !== 'search');

/**
 * The views as they would be if more were in the log: what it holds beyond `position` is projected as anywhere else,
 * but in memory, beside an excerpt of the real ones. A transaction on these that is rolled back would do it, too, but
 * keep everything that is recorded meanwhile from being projected.
 */
export class SupposedViews implements ReadableViews, Follower {
  readonly excerpt: Excerpt;
  readonly #views: Views;

  /**
   * @param from the real views
   * @param store a log that begins as the real one, and goes its own way after `position`
   */
  constructor(
    from: Sql,
    private readonly store: EventStore,
    private readonly position: number,
  ) {
    this.#views = Views.open({ directory: ':memory:', log: store.log, projections: SUPPOSED });
    this.excerpt = new Excerpt(from, this.#views.sql, position);
  }

  get sql(): Sql {
    return this.#views.sql;
  }

  get checkpoint(): number {
    return Math.max(this.position, this.#views.checkpoint);
  }

  get parked(): ReadableViews['parked'] {
    return this.#views.parked;
  }

  async start(): Promise<boolean> {
    return this.reached((await this.store.head()).position);
  }

  /** Takes in what was supposed until now. @throws {Refusal} what-if-limit */
  async reached(position: number): Promise<boolean> {
    if (this.checkpoint >= position) return true;
    for await (const page of this.store.readAll(this.checkpoint + 1)) for (const event of page) this.#take(event);
    return this.checkpoint >= position;
  }

  async close(): Promise<void> {
    this.#views.close();
  }

  #take(event: RecordedEvent): void {
    // Two who wait at once meet the same events.
    if (event.position <= this.checkpoint) return;
    const id = developmentOf(event);
    if (id === undefined) this.#prepareRegistration(event.envelope.stream);
    else this.#prepareChange(event, id);
    this.#views.apply([event]);
  }

  #prepareRegistration(stream: string): void {
    const [sort, slug] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    if (sort === 'entity') this.excerpt.addEntities([slug]);
    else this.excerpt.addMatters([slug]);
  }

  /** Before the event is projected the excerpt has to hold what it changes. */
  #prepareChange(event: RecordedEvent, id: string): void {
    const { sql, excerpt } = this;
    excerpt.touch([id]);
    const { after } = ownChange(event, id, sql);
    excerpt.touch(referencesOfVersion(after.state.version).developments.map((each) => each.id));
    const own = withFine(after, sql, event.position);
    // What changes a fine speaks of the very fact that the fine speaks of.
    excerpt.addFacts(factsOf(own));
    excerpt.addCoverage([...scopesOf(own)]);
  }
}
