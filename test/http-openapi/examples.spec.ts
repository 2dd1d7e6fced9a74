import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Examples } from '../../src/http/openapi/examples.js';
import { examplesOf, type Performed, perform } from './perform.js';
import { openStage, type Stage } from './stage.js';

const FILE = 'data/examples.json';

let stage: Stage;
let performed: readonly Performed[];
beforeAll(async () => {
  stage = await openStage();
  performed = await perform(stage);
});
afterAll(() => stage.close());

describe('the examples that come with the program', () => {
  it('are what the service answers; EXAMPLES=record writes them anew', () => {
    const answered = `${JSON.stringify(examplesOf(performed), null, 2)}\n`;
    if (process.env.EXAMPLES === 'record') writeFileSync(FILE, answered);
    const recorded: Examples = JSON.parse(readFileSync(FILE, 'utf8'));
    expect(JSON.parse(answered)).toEqual(recorded);
  });

  it('of a problem have the code that they stand for', () => {
    const { problems } = examplesOf(performed);
    expect(Object.fromEntries(Object.entries(problems).map(([code, problem]) => [code, problem.code]))).toEqual(
      Object.fromEntries(Object.keys(problems).map((code) => [code, code])),
    );
  });
});
