import type { FactItem } from '../state/fact-item.js';
import type { SupposedCommand } from '../what-if/suppose-commands.js';
import type { WhatIfAnswer } from '../what-if/what-if.query.js';
import type { CommandInFile } from './commands-file.js';
import { differenceLines, totalLine } from './diff.text.js';
import { factText, verdictText } from './fact-change.text.js';
import { count, knownText, number, plain } from './wording.js';

/** Of a problem document, what a person needs. */
interface Told {
  readonly code?: string;
  readonly detail?: string;
}

/**
 * What would be, for people: the commands that call for a second look, what would change, and the facts asked for.
 * @param facts keys, in the order of the answers
 */
export function whatIfText(answer: WhatIfAnswer, file: readonly CommandInFile[], facts: readonly string[]): string {
  const { asOf, base, rules, erased, commands, changes, answers } = answer;
  const doubts = commands.flatMap((each) => doubtLines(each, file[each.command - 1]?.line ?? each.command));
  return [
    `What would change about ${asOf}`,
    '',
    ...doubts,
    ...(doubts.length > 0 ? [''] : []),
    ...changes.facts.flatMap(differenceLines),
    ...(changes.totals ?? []).map(totalLine),
    ...(changes.totals?.length ? [''] : []),
    ...facts.map((fact, place) => factLine(fact, answers[place] ?? {})),
    ...(facts.length > 0 ? [''] : []),
    changesLine(changes),
    commandsLine(commands),
    `Supposed as of ${asOf}, on top of what is ${knownText({ asOf, knownAt: base, rules, ...(erased && { erased }) })}; nothing was recorded.`,
    '',
  ].join('\n');
}

function doubtLines({ status, problem, warnings = [] }: SupposedCommand, line: number): readonly string[] {
  if (status === 'refused') {
    const { code = 'refused', detail = '' } = (problem ?? {}) as Told;
    return [plain(`line ${line} would be refused: ${code}: ${detail}`)];
  }
  return warnings.map(({ code, detail }) => plain(`line ${line}: ${code}: ${detail}`));
}

function factLine(key: string, { fact, problem }: WhatIfAnswer['answers'][number]): string {
  if (!fact) return plain(`${key}: ${(problem as Told | undefined)?.detail ?? 'no answer'}`);
  const item = fact as FactItem;
  return plain(`${factText(key)} would be ${verdictText(item)} (${item.certainty})`);
}

function changesLine({ facts, more }: WhatIfAnswer['changes']): string {
  if (facts.length === 0) return 'No fact would be answered otherwise.';
  return `${count(facts.length, 'fact')} would be answered otherwise${more ? ', and more' : ''}.`;
}

function commandsLine(commands: readonly SupposedCommand[]): string {
  const of = (status: SupposedCommand['status']): string =>
    number(commands.filter((each) => each.status === status).length);
  return `${count(commands.length, 'line')}: ${of('recorded')} would be recorded, ${of('unchanged')} unchanged, ${of('refused')} refused.`;
}
