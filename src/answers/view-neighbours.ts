import type { Version } from '../developments/events.js';
import type { Mention, Neighbours, Warning } from '../developments/writing.js';
import type { StorePosition } from '../event-store/event-store.js';
import type { EntityType } from '../fields/index.js';
import type { Follower, ReadableViews } from '../projecting/following.js';
import { nearDevelopments, nearEntities, nearMatters } from './near-entities.js';
import { orderUnknown } from './order-unknown.js';

/** Milliseconds an answer to a command waits for this node's own views. */
const SETTLING = 1_000;

/** What the views can tell the write side. */
export class ViewNeighbours implements Neighbours {
  constructor(
    private readonly views: ReadableViews,
    private readonly projector: Follower,
    /** While they catch up for the first time there is no use in waiting. */
    private readonly startup: { readonly caughtUp: boolean } = { caughtUp: true },
  ) {}

  nearEntities(slug: string, types: readonly EntityType[]): readonly string[] {
    return nearEntities(this.views.sql, slug, this.views.checkpoint, types);
  }

  nearMatters(slug: string): readonly string[] {
    return nearMatters(this.views.sql, slug, this.views.checkpoint);
  }

  nearDevelopments(id: string): readonly string[] {
    return nearDevelopments(this.views.sql, id, this.views.checkpoint);
  }

  async mentionsOf(id: string, position = this.views.checkpoint): Promise<readonly Mention[]> {
    return this.views.sql.all<{ id: string; role: string }>(
      `SELECT d.id, m.role FROM mentions m JOIN developments d ON d.dev = m.dev
       WHERE m.target = ? AND m.known_from <= ? AND (m.known_to IS NULL OR m.known_to > ?) ORDER BY m.dev, m.role`,
      id,
      position,
      position,
    );
  }

  async orderUnknown(id: string, position: number, version?: Version): Promise<readonly Warning[]> {
    if (this.views.parked.length > 0) return [];
    return orderUnknown(this.views.sql, id, position, version);
  }

  async settled(position: number | StorePosition, patience = SETTLING): Promise<boolean> {
    // What this node has not numbered yet it can't wait for either.
    if (typeof position !== 'number') return false;
    if (this.views.parked.some(({ projection }) => projection === 'developments')) return false;
    return this.projector.reached(position, this.startup.caughtUp ? patience : 0);
  }
}
