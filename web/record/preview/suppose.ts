import { ServiceProblem } from '../../../src/client/index.js';
import type { Schemas } from '../../asking/answers.js';
import type { Service } from '../../asking/service.js';
import { today } from '../../time/days.js';
import { rangeOf } from '../doc/edtf-words.js';
import type { JsonObject } from '../doc/json.js';
import { type NewNames, pointerTo } from '../doc/names.js';
import { type Command, type Line, linesOf } from './command.js';
import { type DatedBy, datedBy } from './dated-by.js';
import { type ChangedSpan, changedSpans, type Span } from './spans.js';

type Answer = Schemas['SupposedWhatIf'];
type Supposed = Answer['commands'][number];
type Difference = Answer['changes']['facts'][number];
type Refused = Pick<NonNullable<Supposed['problem']>, 'code' | 'detail' | 'errors'>;

/** What would change if it were recorded. */
export interface Preview {
  readonly position: string;
  readonly facts: readonly ChangedFact[];
  /** The days that were looked at, where that may not be every day on which something changes. */
  readonly lookedAt?: readonly string[];
  /** Facts that change as well, but are not looked at one by one. */
  readonly further: number;
  readonly warnings: NonNullable<Supposed['warnings']>;
  readonly referredBy: NonNullable<Supposed['referredBy']>;
}

export interface ChangedFact {
  readonly fact: Pick<Difference, 'fact' | 'predicate' | 'subject' | 'object'>;
  readonly spans: readonly ChangedSpan[];
}

/** Days that are looked at, and facts that are followed over all days. */
const MOST_DAYS = 12;
const MOST_FACTS = 20;

/** What would become of a command. @returns the problem that it would be refused with */
export async function suppose(
  service: Service,
  command: Command,
  names: NewNames,
  doc: JsonObject,
  signal: AbortSignal,
): Promise<Preview | { readonly problem: Refused }> {
  const commands = [...linesOf(names), command.line];
  const first = daysOf(command.dates)[0] ?? today();
  const ask = async (asOf: string): Promise<Answer> =>
    (await service.supposeCommands({ body: { commands, asOf } }, { signal })).body;
  const answer = await ask(first);
  const refused = answer.commands.findIndex((each) => each.problem);
  const problem = answer.commands[refused]?.problem;
  if (problem) return { problem: { ...problem, ...atField(problem, commands[refused], doc) } };
  const taken = answer.commands.slice(0, -1).find(({ revision = 0 }) => revision > 0);
  if (taken) return { problem: nameTaken(taken.id ?? '') };
  const outcome = answer.commands.at(-1);
  const hanging = await hangingOn(service, command, outcome, signal);
  const days = [...new Set([...daysOf(command.dates), ...hanging.days])];
  const lookedAt = days.slice(0, MOST_DAYS);
  const answers = [answer, ...(await Promise.all(lookedAt.slice(1).map(ask)))];
  const isPartial = hanging.isAny || days.length > MOST_DAYS || answers.some(({ changes }) => changes.more);
  const facts = new Map(answers.flatMap(({ changes }) => changes.facts).map((each) => [each.fact, each]));
  const followed = [...facts.values()].slice(0, MOST_FACTS);
  const unknown = new Set([...Object.keys(names.entities), ...(command.changes ? [] : [outcome?.id ?? ''])]);
  const wasUnrecorded = (fact: string): boolean =>
    answers.every(({ changes }) =>
      changes.facts.every((each) => each.fact !== fact || each.before.certainty === 'unrecorded'),
    );
  const [after, before] = await Promise.all([
    coursesSupposed(service, commands, followed, signal),
    Promise.all(
      followed.map(async (each) =>
        isNew(each, unknown) && wasUnrecorded(each.fact) ? [] : course(service, each.fact, signal),
      ),
    ),
  ]);
  return {
    position: answer.base.position,
    facts: followed
      .map((fact, index) => ({ fact, spans: changedSpans(before[index] ?? [], after[index] ?? []) }))
      .filter(({ spans }) => spans.length > 0),
    ...(isPartial && { lookedAt: lookedAt.toSorted() }),
    further: facts.size - followed.length,
    warnings: outcome?.warnings ?? [],
    referredBy: outcome?.referredBy ?? [],
  };
}

/** What is wrong with something new is said at the field that uses it, not at one of the same name. */
function atField({ errors = [] }: Refused, line: Line | undefined, doc: JsonObject): Pick<Refused, 'errors'> {
  const named = line && ('entity' in line ? line.entity : 'matter' in line ? line.matter : undefined);
  const pointer = named && pointerTo(String(named.slug), doc);
  if (pointer === undefined) return { errors };
  return { errors: errors.map((each) => ({ pointer, detail: `${each.pointer.slice(1)}: ${each.detail}` })) };
}

/** Somebody registered it meanwhile, or the registry is too large to be here: it is not to be given another name. */
const nameTaken = (slug: string): Refused => ({
  code: 'entity-type-fixed',
  detail: `"${slug}" is registered already`,
});

const isNew = ({ subject, object = '' }: Difference, names: ReadonlySet<string>): boolean =>
  names.has(subject) || names.has(object);

/** The days on which something may be otherwise: when it has certainly happened, when it may have begun to, and today. */
function daysOf(dates: readonly string[]): readonly string[] {
  const ranges = dates.map(rangeOf).filter((range) => typeof range !== 'string');
  const days = [...ranges.map(({ latest }) => latest), ...ranges.map(({ earliest }) => earliest), today()];
  return [...new Set(days)];
}

/** What hangs on when it happened; a source says nothing of that. */
async function hangingOn(
  service: Service,
  { changes, line, dates: [when = ''] }: Command,
  outcome: Supposed | undefined,
  signal: AbortSignal,
): Promise<DatedBy> {
  if (changes === undefined || 'source' in line) return { days: [], isAny: false };
  const range = rangeOf(when);
  return datedBy(service, changes, typeof range === 'string' ? undefined : range, outcome?.referredBy, signal);
}

async function coursesSupposed(
  service: Service,
  commands: readonly Line[],
  facts: readonly Difference[],
  signal: AbortSignal,
): Promise<readonly (readonly Span[])[]> {
  if (facts.length === 0) return [];
  const queries = facts.map(({ fact }) => ({ factTimeline: { fact, limit: 1000 } }));
  const { body } = await service.supposeCommands({ body: { commands, queries } }, { signal });
  return body.answers.map((each) => ('factTimeline' in each ? (each.factTimeline?.spans ?? []) : []));
}

async function course(service: Service, fact: string, signal: AbortSignal): Promise<readonly Span[]> {
  try {
    return (await service.getFactTimeline({ fact, limit: 1000 }, { signal })).body.spans;
  } catch (error) {
    if (error instanceof ServiceProblem && error.code === 'unknown-fact') return [];
    throw error;
  }
}
