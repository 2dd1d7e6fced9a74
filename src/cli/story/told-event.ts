import type { ReplayedEvent } from '../../audit/replay.js';
import type { Version } from '../../developments/events.js';
import type { Timing } from '../../developments/timing.js';
import { parseDay } from '../../time/day.js';
import type { DevelopmentView } from '../../timeline/development-view.js';
import { Failure } from '../failure.js';
import { capitalised } from '../wording.js';
import { rangeText } from './day.text.js';
import { factSentences } from './fact.text.js';
import {
  changesInNames,
  type Mentioned,
  mentionedBy,
  mentionedIn,
  summaryInNames,
  versionInNames,
} from './in-names.js';
import type { NameSources, Names } from './names.js';
import { changeSentences, type Dated, ended, footer, headingText, laterHeadingText, timingText } from './story.text.js';

const DEVELOPMENT = 'development-';

type Sources = readonly Readonly<Record<string, unknown>>[];

/** The lines of an event of a development, without a word that would have to be looked up. */
export async function linesOf(
  event: ReplayedEvent,
  names: Names,
  developmentAt: NameSources['developmentAt'],
): Promise<readonly string[]> {
  const id = event.stream.slice(DEVELOPMENT.length);
  const position = Number(event.position);
  const telling = new Telling(id, position, names, developmentAt);
  return event.revision === 0 ? recordedLines(event, telling) : laterLines(event, telling);
}

async function recordedLines(event: ReplayedEvent, telling: Telling): Promise<readonly string[]> {
  if (event.payloadErased) return [`ERASED · ${event.type}`, footer(event, undefined)];
  const { sources, ...rest } = event.data as Omit<Version, 'kind'> & { readonly sources: Sources };
  const version: Version = { kind: event.type, ...rest };
  const inNames = await telling.learn(event.changes, version);
  const dated = await telling.dated(version, event.position);
  const summary = summaryInNames(version, event.changes, inNames(version));
  return [
    headingText(dated, version.title),
    ...timingText(dated),
    ...(summary ? [ended(capitalised(summary))] : []),
    ...telling.facts(event.changes),
    footer(event, sources),
  ];
}

async function laterLines(event: ReplayedEvent, telling: Telling): Promise<readonly string[]> {
  const { version, sources } = event.data as { readonly version?: Version; readonly sources?: Sources };
  const known = await telling.at(Number(event.position) - 1);
  const before: Version = known;
  const after = version ?? before;
  const inNames = await telling.learn(event.changes, before, after);
  const told = async (each: Version, position: number) => ({
    version: inNames(each),
    dated: await telling.dated(each, String(position)),
  });
  const at = Number(event.position);
  return [
    laterHeadingText(event, after.title),
    ...(event.payloadErased ? ['What was said of it was erased.'] : []),
    ...(event.beforeErased ? ['What had been said before was erased: this may have been said already.'] : []),
    ...changeSentences(event.data, await told(before, at - 1), await told(after, at)),
    ...telling.facts(event.changes),
    footer(event, sources?.length ? sources : undefined),
  ];
}

/** What is told of one development at one position. */
class Telling {
  readonly #titles = new Map<string, string>();

  constructor(
    private readonly id: string,
    private readonly position: number,
    private readonly names: Names,
    private readonly developmentAt: NameSources['developmentAt'],
  ) {}

  async at(position: number): Promise<DevelopmentView> {
    const view = await this.developmentAt(this.id, position);
    if (view) return view;
    throw new Failure(`the service does not know development ${this.id} at position ${position}, of which it told`);
  }

  /** Asks for all names that are needed. @returns what puts them into a version */
  async learn(
    changes: ReplayedEvent['changes'],
    ...versions: readonly Version[]
  ): Promise<(version: Version) => Version> {
    const mentioned: readonly Mentioned[] = [mentionedBy(...versions), mentionedIn(changes)];
    await this.names.learn(
      mentioned.flatMap(({ entities }) => entities),
      mentioned.flatMap(({ matters }) => matters),
      this.position,
    );
    for (const id of new Set(mentioned.flatMap(({ developments }) => developments))) {
      if (id === this.id) continue;
      const other = await this.developmentAt(id, this.position);
      if (other) this.#titles.set(id, other.title);
    }
    return (version) => versionInNames(version, this.names, this.#titles);
  }

  facts(changes: ReplayedEvent['changes']): readonly string[] {
    const named = changesInNames(changes, this.names, this.#titles, this.id);
    return factSentences(named, (slug) => this.names.entity(slug));
  }

  async dated({ when, timing = [] }: Version, position: string): Promise<Dated> {
    if (timing.length === 0) return { when, timing: [] };
    const at = Number(position);
    const others = await Promise.all(timing.map((each) => this.#after(each, at)));
    return { when, timing: others, left: rangeOf(await this.at(at)) };
  }

  async #after(timing: Timing, position: number): Promise<Dated['timing'][number]> {
    const other = await this.developmentAt(timing.after, position);
    return { ...timing, title: other?.title ?? timing.after, day: other ? rangeText(rangeOf(other)) : 'unknown' };
  }
}

const rangeOf = ({ earliest, latest }: DevelopmentView) => ({
  earliest: parseDay(earliest) as number,
  latest: parseDay(latest) as number,
});
