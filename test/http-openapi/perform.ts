import { request as requestHttp } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import type { Example, Examples } from '../../src/http/openapi/examples.js';
import { COMMANDS, REGISTRATION, REINSTATEMENT } from './scenario.commands.js';
import type { Request, Step } from './scenario.js';
import { PROBLEMS, WHILE_RETRACTED } from './scenario.problems.js';
import { QUESTIONS } from './scenario.questions.js';
import type { Faults, Stage } from './stage.js';

/** All requests in their order. */
const SCENARIO: readonly Step[] = [
  ...REGISTRATION,
  ...COMMANDS,
  ...WHILE_RETRACTED,
  REINSTATEMENT,
  ...QUESTIONS,
  ...PROBLEMS,
];

/** A step and what was answered to it. */
export interface Performed {
  readonly step: Step;
  readonly example: Example;
  /** All that the answer had. */
  readonly headers: Headers;
}

/** Makes every request of the scenario. @param told takes what was answered, by the names of the steps */
export async function perform(stage: Stage, told: Record<string, JsonObject> = {}): Promise<readonly Performed[]> {
  const performed: Performed[] = [];
  for (const step of SCENARIO) {
    const { name, summary = '', faults = {}, shorten } = step;
    stage.tick();
    const request = step.request(told);
    const { status, headers, body } = await exchange(stage, request, faults);
    if (step.problem === undefined && typeof body === 'object') told[name] ??= body as JsonObject;
    performed.push({
      step,
      headers,
      example: {
        name,
        summary,
        request: { headers: {}, ...request },
        answer: {
          status,
          headers: { 'content-type': headers.get('content-type') ?? '' },
          ...(body !== undefined && { body: shorten ? shorten(body) : body }),
        },
      },
    });
  }
  return performed;
}

/** What was answered to a request, as it came. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonValue | undefined;
}

/** Makes a request while something goes wrong, if anything does. */
export async function exchange(stage: Stage, request: Request, faults: Faults = {}): Promise<Answered> {
  Object.assign(stage.faults, faults);
  const response = await ask(stage.url, request);
  for (const fault of Object.keys(faults)) delete stage.faults[fault as keyof Faults];
  const { status, headers } = response;
  return { status, headers, body: await bodyOf(response) };
}

/** Fetch leaves no choice of the host. */
const askAs = (url: string, { method, path, headers = {} }: Request): Promise<Response> =>
  new Promise((resolve, reject) => {
    const sent = requestHttp(url + path, { method, headers }, (answer) => {
      const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
      textOf(answer).then((text) => resolve(new Response(text, { status: answer.statusCode, headers: told })), reject);
    });
    sent.on('error', reject).end();
  });

const ask = (url: string, request: Request): Promise<Response> => {
  const { method, path, headers = {}, body } = request;
  if ('host' in headers) return askAs(url, request);
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url + path, { method, headers, ...(sent !== undefined && { body: sent }) });
};

async function bodyOf(response: Response): Promise<JsonValue | undefined> {
  const text = await response.text();
  if (text === '') return undefined;
  const isJson = /^application\/(problem\+|cloudevents-batch\+)?json/.test(response.headers.get('content-type') ?? '');
  return isJson ? JSON.parse(text) : text;
}

/** What of it comes with the program. */
export function examplesOf(performed: readonly Performed[]): Examples {
  const operations: Record<string, Example[]> = {};
  const problems: Record<string, JsonObject> = {};
  for (const { step, example } of performed) {
    if (step.problem !== undefined) problems[step.problem] = problemIn(example.answer.body);
    else if (step.summary !== undefined) {
      operations[step.operation] = [...(operations[step.operation] ?? []), example];
    }
  }
  return { operations, problems };
}

/** The problem document; of an import that of its first line. */
const problemIn = (body: JsonValue | undefined): JsonObject =>
  typeof body === 'string' ? JSON.parse(body.split('\n')[0] ?? '').problem : (body as JsonObject);
