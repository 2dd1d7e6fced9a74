import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STATUS } from '../../src/http/problem.js';
import { operationNamed, operations, problemsOfAnswer, problemsOfBody, problemsOfHeaders } from './conformity.js';
import { examplesOf, type Performed, perform } from './perform.js';
import { codesOf } from './read-document.js';
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
    const answered = examplesOf(performed);
    if (process.env.EXAMPLES === 'record') writeFileSync(FILE, `${JSON.stringify(answered, null, 2)}\n`);
    expect(answered).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });

  it('are of every operation and of every problem', () => {
    const { operations: byName, problems } = examplesOf(performed);
    expect(Object.keys(byName).sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
    expect(Object.keys(problems).sort()).toEqual(Object.keys(STATUS).sort());
    for (const [code, problem] of Object.entries(problems)) expect(problem.code).toBe(code);
  });
});

describe('what was sent and answered', () => {
  it('is as the document describes it, problems included', () => {
    const wrong = performed.flatMap(({ step, example: { answer }, headers }) => [
      ...(step.shorten ? [] : problemsOfAnswer(step.operation, answer).map((each) => [step.name, each])),
      ...problemsOfHeaders(step.operation, answer.status, headers).map((each) => [step.name, each]),
    ]);
    expect(wrong).toEqual([]);
  });

  it('had bodies as the document describes them, where it was no problem', () => {
    const sent = performed.filter(
      ({ step, example }) => step.problem === undefined && example.request.body !== undefined,
    );
    expect(sent.length).toBeGreaterThan(50);
    const wrong = sent.flatMap(({ step, example: { request } }) => problemsOfBody(step.operation, request));
    expect(wrong).toEqual([]);
  });

  it('was never a problem that the document does not list for the operation', () => {
    for (const { step, example } of performed) {
      if (step.problem === undefined || example.answer.status === 200) continue;
      const { operation, problem } = step;
      expect([operation, codesOf(operationNamed(operation))]).toEqual([operation, expect.arrayContaining([problem])]);
    }
  });
});
