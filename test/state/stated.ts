import type { FactValue } from '../../projections/law/knowledge.js';
import { type DevelopmentState, evolve } from '../../src/developments/events.js';
import { kindNamed } from '../../src/developments/kinds/index.js';
import { upcast } from '../../src/developments/upcast.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';

/** One assertion about a fact, as far as filters and totals ask about it. */
export interface Stated {
  readonly development: string;
  readonly matter?: string;
  readonly value: FactValue;
}

/** The assertions known at a position by fact, straight from the events. */
export function statedAt(events: readonly RecordedEvent[], position: number): ReadonlyMap<string, readonly Stated[]> {
  const states = new Map<string, DevelopmentState>();
  for (const event of events) {
    const { envelope, data, position: at } = upcast(event);
    const id = envelope.stream.replace(/^development-/, '');
    if (at <= position && id !== envelope.stream) states.set(id, evolve(states.get(id), { ...envelope, data }));
  }
  const stated = new Map<string, Stated[]>();
  for (const [id, { version, retracted }] of states) {
    const kind = kindNamed(version.kind);
    if (retracted || !kind) continue;
    const fineId = kind.fine?.(version.details) ?? '';
    const fine = states.get(fineId);
    const party = fine && !fine.retracted ? String(fine.version.details.party) : undefined;
    const context = { id, fine: party === undefined ? undefined : { id: fineId, party } };
    for (const { predicate, subject, object, value } of kind.effects(version.details, context)) {
      const key = [predicate, subject, ...(object === undefined ? [] : [object])].join(':');
      const assertion = { development: id, matter: version.matter, value };
      stated.set(key, [...(stated.get(key) ?? []), assertion]);
    }
  }
  return stated;
}
