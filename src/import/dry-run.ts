import { Directory } from '../developments/directory.js';
import { referencesOfVersion } from '../developments/draft.js';
import type { Version } from '../developments/events.js';
import type { Mention, Writing } from '../developments/writing.js';
import type { EventStore, RecordedEvent } from '../event-store/event-store.js';
import { OverlayStore } from '../event-store/overlay-store.js';
import { Recorder } from '../event-store/recorder.js';

/** The same commands over a log that forgets. */
export async function dryRunOf({ recorder, neighbours }: Writing): Promise<Writing> {
  const store = await OverlayStore.over(recorder.store);
  const base = (await store.head()).position;
  const added = new AddedMentions(store, base);
  return {
    recorder: new Recorder(store, recorder.ambient),
    directory: new Directory(store),
    neighbours: {
      nearEntities: (slug, types) => neighbours.nearEntities(slug, types),
      nearMatters: (slug) => neighbours.nearMatters(slug),
      nearDevelopments: (id) => neighbours.nearDevelopments(id),
      mentionsOf: async (id) => [...(await neighbours.mentionsOf(id)), ...(await added.of(id))],
      // Nobody is told of them line by line.
      orderUnknown: async () => [],
      settled: () => neighbours.settled(base),
    },
  };
}

/** Who mentions whom in what was appended since: the views never see it. */
class AddedMentions {
  readonly #mentions = new Map<string, Mention[]>();

  constructor(
    private readonly store: EventStore,
    private seen: number,
  ) {}

  async of(id: string): Promise<readonly Mention[]> {
    for await (const page of this.store.readAll(this.seen + 1)) {
      for (const event of page) this.#note(event);
    }
    return this.#mentions.get(id) ?? [];
  }

  #note(event: RecordedEvent): void {
    // Two who read at once meet the same events.
    if (event.position <= this.seen) return;
    this.seen = event.position;
    const version = versionIn(event);
    if (!version) return;
    const { stream } = event.envelope;
    const by = stream.slice(stream.indexOf('-') + 1);
    for (const { id, pointer } of referencesOfVersion(version).developments) {
      const role = pointer.slice(pointer.lastIndexOf('/') + 1);
      this.#mentions.set(id, [...(this.#mentions.get(id) ?? []), { id: by, role }]);
    }
  }
}

/** The version that an event states whole, if it states one. */
function versionIn({ envelope: { stream, revision, type }, data }: RecordedEvent): Version | undefined {
  if (!stream.startsWith('development-')) return undefined;
  if (revision === 0) return { kind: type, ...data } as unknown as Version;
  return type === 'DevelopmentCorrected' ? (data.version as unknown as Version) : undefined;
}
