import { PagedParameters, readParameters } from '../answers/parameters.js';
import { Text } from '../fields/index.js';
import type { ExplainedAssertion } from '../state/why/why.query.js';
import { dateText, dayWithin, doubtsText } from '../words/day.text.js';
import { capitalised, plain } from '../words/plain.text.js';
import { valuesText } from '../words/value.text.js';
import { citedText } from './cited.text.js';
import { asKnownText, moreText } from './coordinates.text.js';
import { verdictText } from './state-as-of.tool.js';
import type { Tool } from './tool.js';

class WhyInput extends PagedParameters {
  @Text({
    max: 200,
    description: 'The key of the fact, predicate:subject or predicate:subject:object',
    example: 'links:wechat:taobao',
  })
  fact!: string;
}

export const whyTool: Tool = {
  name: 'why',
  title: 'Why a fact is what it is on a day',
  description:
    'One fact on the day asOf, and everything recorded about it: what each development says, from when, who said so, whether it counts on that day, and why. Ask this before you answer a question about one fact: it has the sources.',
  input: WhyInput,
  run: async (ask, input) => {
    const { fact, ...parameters } = readParameters(WhyInput, input);
    const answer = await ask.why(fact, JSON.parse(JSON.stringify(parameters)));
    const { asOf, reason, assertions, retracted, next } = answer;
    const lines = [
      plain(`${answer.fact} on ${asOf}: ${verdictText(answer)}.`),
      plain(`${capitalised(reason)}.`),
      ...assertions.map(assertionText),
      ...retracted.map(({ title, id, position }) =>
        plain(`- Retracted, and not counted: ${JSON.stringify(title)} (development ${id}, position ${position})`),
      ),
      ...moreText(next, `fact=${answer.fact}`),
      asKnownText(answer),
    ];
    return { answer, text: lines.join('\n') };
  },
};

function assertionText(assertion: ExplainedAssertion): string {
  const { development, value, when, earliest, latest, reason, position } = assertion;
  const dated = [`dated ${dateText(when)}`, ...doubtsText(when)].join(', ');
  const told = `${valuesText([value])}: ${JSON.stringify(development.title)}, ${dayWithin(earliest, latest)} (${dated}).`;
  return `- ${plain(`${told} ${capitalised(reason)}.`)}\n  Source: ${citedText(assertion)}\n  development ${development.id}, position ${position}`;
}
