import { DiffParameters } from '../state/diff/diff.parameters.js';
import type { Difference } from '../state/diff/differences.js';
import { plain } from '../words/plain.text.js';
import { groundsText } from './cited.text.js';
import { asKnownText, moreText } from './coordinates.text.js';
import { verdictText } from './state-as-of.tool.js';
import type { Tool } from './tool.js';

export const diffTool: Tool = {
  name: 'diff',
  title: 'What differs between two days or two moments of knowledge',
  description:
    'Facts whose answer differs between two points, before and after, with the developments that made the difference. Two days (from.asOf, to.asOf): what changed in the world. One day at two positions (from.knownAt, to.knownAt): what was learned.',
  input: DiffParameters,
  run: async (ask, input) => {
    const answer = await ask.diff(input);
    const { facts, from, to, rules, next } = answer;
    const because = facts.flatMap((fact) => fact.because.map(({ development }) => development));
    const [one, other] = [Number(from.knownAt.position), Number(to.knownAt.position)];
    const lines = [
      facts.length === 0 ? 'No answer differs.' : `From ${from.asOf} to ${to.asOf}:`,
      ...facts.map(differenceText),
      ...moreText(next),
      ...(await groundsText(ask, because, String(Math.max(one, other)))),
      `From: ${asKnownText({ ...from, rules })}`,
      `To: ${asKnownText({ ...to, rules })}`,
    ];
    return { answer, text: lines.join('\n') };
  },
};

const differenceText = ({ fact, before, after, because }: Difference): string =>
  plain(
    `- ${fact}: ${verdictText(before)} → ${verdictText(after)}, because of ${because.map(({ development }) => development).join(', ')}`,
  );
