import type { Schemas } from '../../asking/answers.js';
import type { Service } from '../../asking/service.js';
import { NO_END } from '../../time/days.js';
import { daysAt, shifted } from '../doc/days-after.js';
import { rangeOf } from '../doc/edtf-words.js';
import type { Line } from './command.js';

type Mention = Schemas['Mention'];
type Timing = Schemas['TimingBody'];

interface Range {
  readonly earliest: string;
  readonly latest: string;
}

/** How far developments are followed that are dated by others, and how many of them. */
const MOST_STEPS = 3;
const MOST_FOLLOWED = 8;

/** Days that hang on when a development happened, by way of others that are dated by it. */
export interface DatedBy {
  readonly days: readonly string[];
  /** Whether there are any such developments. */
  readonly isAny: boolean;
}

/**
 * The bounds of developments dated by one, and of those dated by these: as they are, and as its new bounds make them.
 * @param when it will have happened
 * @param referredBy who refers to it, if that is known already
 */
export async function datedBy(
  service: Service,
  id: string,
  when: Range | undefined,
  referredBy: readonly Mention[] | undefined,
  signal: AbortSignal,
): Promise<DatedBy> {
  const days = new Set<string>();
  const bounds = new Map([[id, when]]);
  let next = later(referredBy ?? (await mentionsOf(service, [id], signal)), bounds);
  for (let step = 0; step < MOST_STEPS && next.length > 0 && bounds.size <= MOST_FOLLOWED; step += 1) {
    const taken = next.slice(0, MOST_FOLLOWED);
    const known = await Promise.all(
      taken.map(async (each) => (await service.getDevelopment({ id: each }, { signal })).body),
    );
    for (const each of known) {
      const after = boundsOf(each, bounds);
      bounds.set(each.id, after);
      for (const day of [each.earliest, after?.earliest, each.latest, after?.latest]) if (day) days.add(day);
    }
    next = later(await mentionsOf(service, taken, signal), bounds);
  }
  return { days: [...days], isAny: bounds.size > 1 };
}

const later = (mentions: readonly Mention[], known: ReadonlyMap<string, unknown>): readonly string[] => [
  ...new Set(mentions.flatMap(({ id, role }) => (role === 'after' && !known.has(id) ? [id] : []))),
];

/** Only who takes something back is told who refers to it, so just that is supposed; nothing is taken back. */
async function mentionsOf(service: Service, ids: readonly string[], signal: AbortSignal): Promise<readonly Mention[]> {
  const commands = ids.map((of): Line => ({ retraction: { of, reason: 'Supposed' } }));
  const { body } = await service.supposeCommands({ body: { commands } }, { signal });
  return body.commands.flatMap((each) => each.referredBy ?? []);
}

/** When it can have happened by what is stated of it and by those that it is dated by, as far as they are known. */
function boundsOf(
  { when, timing }: { readonly when: string; readonly timing: readonly Timing[] },
  known: ReadonlyMap<string, Range | undefined>,
): Range | undefined {
  const stated = rangeOf(when);
  if (typeof stated === 'string') return undefined;
  return timing.reduce<Range>(({ earliest, latest }, { after, atLeast, atMost }) => {
    const other = known.get(after);
    if (!other) return { earliest, latest };
    const least = shifted(other.earliest, daysAt(atLeast) ?? '0') ?? earliest;
    const most = atMost === undefined ? NO_END : (shifted(other.latest, daysAt(atMost) ?? '') ?? latest);
    return { earliest: least > earliest ? least : earliest, latest: most < latest ? most : latest };
  }, stated);
}
