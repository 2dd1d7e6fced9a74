import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../../projections/rules.js';
import { freezing, HOW_TO_FREEZE } from './freezing.js';

/** What was answered: for each question, or group of them, the SHA-256 of the answer. */
export type Answers = Readonly<Record<string, string>>;

/** For each version of the rules, for each log. */
type Frozen = Readonly<Record<string, Readonly<Record<string, Answers>>>>;

const FILE = new URL('digests.json', import.meta.url);
const frozen = (): Frozen => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

/** @throws where what is answered of a log is not what was frozen under these rules */
export function assertFrozen(log: string, answers: Answers): void {
  const known = frozen()[RULES]?.[log];
  if (known === undefined) {
    if (!freezing)
      throw new Error(`there are no digests of ${log} under rules ${RULES} yet; once they are right: ${HOW_TO_FREEZE}`);
    freeze(log, answers);
    return;
  }
  const questions = [...new Set([...Object.keys(known), ...Object.keys(answers)])];
  const differing = questions.filter((question) => known[question] !== answers[question]);
  if (differing.length === 0) return;
  throw new Error(
    'answers changed: raise RULES in projections/rules.ts and freeze new digests, or mend what changed them\n' +
      differing.map((question) => `  ${question}: ${known[question]} → ${answers[question]}`).join('\n'),
  );
}

function freeze(log: string, answers: Answers): void {
  const all = frozen();
  writeFileSync(FILE, `${JSON.stringify({ ...all, [RULES]: { ...all[RULES], [log]: answers } }, null, 2)}\n`);
}
