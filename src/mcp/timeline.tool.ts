import { TimelineParameters } from '../timeline/timeline.parameters.js';
import { developmentText } from './cited.text.js';
import { asKnownText, moreText } from './coordinates.text.js';
import type { Tool } from './tool.js';

export const timelineTool: Tool = {
  name: 'timeline',
  title: 'What happened',
  description:
    'Developments in the regulated world, in the order in which they happened, each with its sources. Dates are as vague as the sources are. Ask by entity, matter, kind, days (from, to) or words (q).',
  input: TimelineParameters,
  run: async (ask, input) => {
    const answer = await ask.timeline(input);
    const { developments, next } = answer;
    const found = developments.length === 0 ? ['Nothing is recorded for that.'] : developments.map(developmentText);
    return { answer, text: [...found, ...moreText(next), asKnownText(answer)].join('\n') };
  },
};
