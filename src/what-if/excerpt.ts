import { type Development, developmentInOrder, withFine } from '../../projections/change.js';
import { factsOf } from '../../projections/facts.projection.js';
import type { Sql } from '../../projections/projection.js';
import { scopesOf } from '../../projections/scopes.js';
import { streamOf } from '../developments/events.js';
import { Refusal } from '../refusal.js';
import { Rows } from './rows.js';

/** Developments and facts that an excerpt holds at most: a few megabytes, read in some tenths of a second. */
export const MAX_HELD = 10_000;
/** Facts that are named here for the first time are numbered from here on, so as not to meet those there are. */
const FIRST_NUMBER = 2 ** 40;

const PLACES = `
  SELECT t.scope, t.earliest, t.latest, t.dev, t.known_from, t.retracted
  FROM timeline o JOIN json_each(?) s
  JOIN timeline t ON t.scope = s.value AND t.earliest = o.earliest AND t.latest = o.latest AND t.dev = o.dev
  WHERE o.dev = ? AND o.scope = '' AND t.known_from <= ? AND (t.known_to IS NULL OR t.known_to > ?)`;
const ERASURES =
  'SELECT dev, known_from, iif(known_to > ?, NULL, known_to) AS known_to FROM erasures WHERE known_from <= ?';
const CLOCK = 'SELECT * FROM clock WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1';

/**
 * What the views hold at a position, as far as it was asked for, in a database of its own. It answers as the views do
 * there about every fact that it holds, and takes in events about every development that was touched.
 */
export class Excerpt {
  readonly rows: Rows;
  readonly #devs = new Set<number>();
  readonly #touched = new Set<number>();
  readonly #facts = new Set<string>();

  /** @param to tables of views, empty so far */
  constructor(
    from: Sql,
    private readonly to: Sql,
    readonly position: number,
  ) {
    this.rows = new Rows(from, to, position);
    to.run("INSERT INTO facts VALUES (?, '')", FIRST_NUMBER);
    this.rows.copySelected('clock', CLOCK, position);
    // Every answer lists them, whatever it is about.
    const erased = this.rows.copySelected<{ dev: number }>('erasures', ERASURES, position, position);
    this.rows.copy(
      'developments',
      erased.map(({ dev }) => dev),
    );
  }

  /** Facts with all that is said of them, and what that hangs together with. @throws {Refusal} what-if-limit */
  addFacts(keys: Iterable<string>): void {
    const fresh = [...new Set(keys)].filter((key) => !this.#facts.has(key));
    if (fresh.length === 0) return;
    this.#checkSize(fresh.length);
    const stated = this.rows.copy<Stated>('assertions', fresh);
    this.addDevelopments(stated.map(({ dev }) => dev));
    // From here on: what could not be held whole is not among what is.
    for (const key of fresh) this.#facts.add(key);
    const parts = fresh.map((key) => key.split(':'));
    this.rows.copy(
      'predicates',
      parts.flatMap(([predicate]) => predicate ?? []),
    );
    const entities = [...new Set(parts.flatMap(([, ...named]) => named))];
    this.addEntities(entities);
    const mattersOf = new Map<number, string[]>();
    for (const { fact, matter } of stated) if (matter) mattersOf.set(fact, [...(mattersOf.get(fact) ?? []), matter]);
    for (const { fact, key } of this.rows.copy<Fact>('facts', fresh)) {
      const [, ...named] = key.split(':');
      const scopes = [...named.map((slug) => `entity:${slug}`), ...(mattersOf.get(fact) ?? []).map(ofMatter)];
      for (const scope of scopes) this.to.run('INSERT OR IGNORE INTO fact_scopes VALUES (?, ?, ?)', scope, key, fact);
    }
    this.addCoverage([...entities.map((slug) => `entity:${slug}`), ...[...mattersOf.values()].flat().map(ofMatter)]);
  }

  /** What is registered under these slugs, in its latest version. */
  addEntities(slugs: readonly string[]): void {
    this.rows.copy('entities', slugs);
    this.rows.copy('registry_versions', slugs.map(streamOf.entity));
  }

  addMatters(slugs: readonly string[]): void {
    this.rows.copy('matters', slugs);
    this.rows.copy('registry_versions', slugs.map(streamOf.matter));
  }

  /** What was searched of entities and matters, `entity:<slug>` and `matter:<slug>`. */
  addCoverage(scopes: readonly string[]): void {
    this.addDevelopments(this.rows.copy<{ dev: number }>('coverage', [...new Set(scopes)]).map(({ dev }) => dev));
  }

  /** Developments, by their places in log order, with what they are bound to. @throws {Refusal} what-if-limit */
  addDevelopments(devs: readonly number[]): void {
    const fresh = [...new Set(devs)].filter((dev) => !this.#devs.has(dev));
    if (fresh.length === 0) return;
    const linked = this.rows.linkedWith(fresh).filter((dev) => !this.#devs.has(dev));
    this.#checkSize(linked.length);
    for (const dev of linked) this.#devs.add(dev);
    for (const table of ['developments', 'versions', 'nodes', 'bonds'] as const) this.rows.copy(table, linked);
  }

  /**
   * Developments of which something else is going to be known, with everything whose answers that may change. Those
   * that aren't known are passed over.
   * @throws {Refusal} what-if-limit
   */
  touch(ids: readonly string[]): void {
    const devs = this.rows.placesOf(ids);
    const linked = devs.every((dev) => this.#touched.has(dev)) ? [] : this.rows.linkedWith(devs);
    const fresh = linked.filter((dev) => !this.#touched.has(dev));
    if (fresh.length === 0) return;
    for (const dev of fresh) this.#touched.add(dev);
    this.addDevelopments(fresh);
    const known = fresh.map((dev) => developmentInOrder(this.to, dev, this.position));
    const mentions = this.rows.copy<{ dev: number }>(
      'mentions',
      known.map(({ id }) => id),
    );
    this.addDevelopments(mentions.map(({ dev }) => dev));
    const stating = known.map((each) => withFine(each, this.to, this.position));
    this.addFacts(stating.flatMap(factsOf));
    for (const each of stating) this.#addPlaces(each);
  }

  /** Where a development stands on the timeline, and what it covers. */
  #addPlaces(development: Development): void {
    const { order } = development;
    const scopes = [...scopesOf(development)];
    const names = JSON.stringify(scopes);
    this.rows.copySelected('timeline', PLACES, names, order, this.position, this.position);
    this.addCoverage(scopes);
  }

  #checkSize(more: number): void {
    if (this.#devs.size + this.#facts.size + more > MAX_HELD) throw tooMuch();
  }
}

export const tooMuch = (): Refusal =>
  new Refusal(
    'what-if-limit',
    `More than ${MAX_HELD} facts and developments would have to be looked at: ask about fewer, by entity, matter or predicate.`,
  );

interface Fact {
  readonly fact: number;
  readonly key: string;
}

interface Stated {
  readonly fact: number;
  readonly dev: number;
  readonly matter: string | null;
}

const ofMatter = (slug: string): string => `matter:${slug}`;
