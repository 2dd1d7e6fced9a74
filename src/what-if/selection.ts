import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from '../../projections/projection.js';
import { type FactFilter, type FactRow, PAGE, pageOf } from '../state/fact-reader.js';
import { SUMMED } from '../state/state-at.js';
import { MAX_DAY, MIN_DAY, parseDay } from '../time/day.js';
import { scopeOf } from '../timeline/timeline-reader.js';
import type { Excerpt } from './excerpt.js';
import { MAX_HELD } from './excerpt.js';
import type { TimelineAsked } from './what-if.body.js';

const ON_TIMELINE = `
  SELECT scope, earliest, latest, dev, known_from, retracted FROM timeline
  WHERE scope = ? AND earliest <= ? AND latest >= ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?) LIMIT ?`;
const FINES = 'SELECT key FROM facts WHERE key >= ? AND key < ?';

/** Adds to an excerpt all that a filter selects. */
export class Selection {
  #fined: readonly string[] | undefined;

  constructor(
    private readonly from: Sql,
    private readonly to: Sql,
    readonly excerpt: Excerpt,
  ) {}

  /** Other requests get their turn in between. @throws {Refusal} what-if-limit */
  async addFacts(filter: FactFilter): Promise<void> {
    for (let after = ''; ; ) {
      const [page, ...values] = pageOf(filter, after);
      const facts = this.from.all<Pick<FactRow, 'key'>>(page, ...values);
      this.excerpt.addFacts(facts.map(({ key }) => key));
      await nextTurn();
      const last = facts.at(-1);
      if (last === undefined || facts.length < PAGE) return;
      after = last.key;
    }
  }

  /**
   * All fines of everybody one of whose fines may change: what they add up to may be another sum. To be asked first
   * before fines are added that can't change.
   * @throws {Refusal} what-if-limit
   */
  async addFines(): Promise<void> {
    this.#fined ??= this.#finedSoFar();
    for (const entity of this.#fined) await this.addFacts({ entity, predicate: SUMMED });
  }

  #finedSoFar(): readonly string[] {
    const fines = this.to.all<{ key: string }>(FINES, `${SUMMED}:`, `${SUMMED};`);
    return [...new Set(fines.flatMap(({ key }) => key.split(':')[1] ?? []))];
  }

  /** @throws {Refusal} what-if-limit */
  addTimeline({ from = '', to = '', ...filter }: TimelineAsked): void {
    const { rows, position } = this.excerpt;
    const days = [parseDay(to) ?? MAX_DAY, parseDay(from) ?? MIN_DAY];
    const places = rows.copySelected<{ dev: number }>(
      'timeline',
      ON_TIMELINE,
      scopeOf(filter),
      ...days,
      position,
      position,
      MAX_HELD + 1,
    );
    this.excerpt.addDevelopments(places.map(({ dev }) => dev));
  }

  addCoverage({ entity, matter }: Pick<FactFilter, 'entity' | 'matter'>): void {
    this.excerpt.addCoverage([
      ...(entity === undefined ? [] : [`entity:${entity}`]),
      ...(matter === undefined ? [] : [`matter:${matter}`]),
    ]);
  }
}
