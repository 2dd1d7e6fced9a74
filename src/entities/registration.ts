import { currentSchema, upcast } from '../developments/upcast.js';
import type { JsonObject } from '../event-store/canonical.js';
import { jcs } from '../event-store/canonical.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { NewEvent } from '../event-store/recorder.js';
import { Refusal } from '../refusal.js';

/** Decisions about a stream of the registry, whose every event holds the whole entity or matter. */

const event = (type: string, data: JsonObject): readonly NewEvent[] => [{ type, schema: currentSchema(type), data }];

/** The documents of a stream, first to last. */
const versionsIn = (history: readonly RecordedEvent[]): readonly JsonObject[] =>
  history.map((each) => upcast(each).data);

const same = (a: JsonObject, b: JsonObject): boolean => jcs(a) === jcs(b);

const isAsItIs = (versions: readonly JsonObject[], data: JsonObject): boolean => {
  const last = versions.at(-1);
  return last !== undefined && same(last, data);
};

export function putEntity(history: readonly RecordedEvent[], data: JsonObject): readonly NewEvent[] {
  const versions = versionsIn(history);
  if (isAsItIs(versions, data)) return [];
  const type = versions.at(-1)?.type;
  if (type !== undefined && type !== data.type) {
    throw new Refusal(
      'entity-type-fixed',
      `It is registered as "${String(type)}", and an entity never changes its type.`,
      {
        registeredType: type,
      },
    );
  }
  return event(type === undefined ? 'EntityRegistered' : 'EntityRevised', data);
}

export function putMatter(history: readonly RecordedEvent[], data: JsonObject): readonly NewEvent[] {
  const versions = versionsIn(history);
  if (isAsItIs(versions, data)) return [];
  return event(versions.length === 0 ? 'MatterOpened' : 'MatterRevised', data);
}
