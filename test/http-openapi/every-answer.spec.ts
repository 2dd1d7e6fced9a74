import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { LogUnavailable } from '../../src/event-store/errors.js';
import { mediaTypeOf } from '../../src/http/openapi/examples.js';
import { Refusal } from '../../src/refusal.js';
import { type Asked, withHeaders } from './asked.js';
import { operationNamed, operations, problemsOfAnswer, unexpectedHeaders } from './conformity.js';
import { type Answered, exchange, perform } from './perform.js';
import { lookingIntoTheLog, PROVOCATIONS } from './provocations.js';
import { onItsOwn } from './provocations.of-commands.js';
import type { Request } from './scenario.js';
import { soundRequests } from './sound-requests.js';
import { type Faults, openStage, type Stage } from './stage.js';

const PROBLEM = 'application/problem+json';

/** `<operation> <status> <problem code, media type, or nothing>`: one of the answers that the document tells of. */
type Answer = `${string} ${number} ${string}`;

const DEFECT = 'it asks neither log nor views, or bears it where they fail';
/** Answers that are documented and can't be provoked here, each with the reason. */
const UNPROVOKED: Readonly<Record<Answer, string>> = {
  'getReadiness 500 internal-error': DEFECT,
  'getMetrics 500 internal-error': DEFECT,
  'getLiveness 500 internal-error': DEFECT,
  'getStarted 500 internal-error': DEFECT,
  'listKinds 500 internal-error': DEFECT,
  'getOpenApi 500 internal-error': DEFECT,
  'getDocs 500 internal-error': DEFECT,
  'getMcp 500 internal-error': DEFECT,
  'callMcp 500 internal-error': 'what fails in a tool is told by the answer of the tool: test/mcp/tools.spec.ts',
  'recordDevelopment 400 malformed-request':
    'only for bytes that are no HTTP, which are of no operation: test/http/bad-bytes.spec.ts',
};

const documented = operations.flatMap(({ operation: { operationId, responses } }) =>
  Object.entries(responses).flatMap(([status, { content = { '': {} } }]) =>
    Object.entries(content).flatMap(([type, { examples = {} }]: [string, { examples?: object }]) =>
      (type === PROBLEM ? Object.keys(examples) : [type]).map(
        (what): Answer => `${operationId} ${Number(status)} ${what}`,
      ),
    ),
  ),
);

/** What an operation was answered. */
interface Noted {
  readonly operation: string;
  readonly answer: Answer;
  readonly answered: Answered;
}

const told: Record<string, JsonObject> = {};
const noted: Noted[] = [];
let stage: Stage;

function note(operation: string, answered: Answered): void {
  const { status, headers, body } = answered;
  const type = mediaTypeOf({ 'content-type': headers.get('content-type') ?? '' }) ?? '';
  const said = type === PROBLEM ? String((body as JsonObject).code) : type;
  noted.push({ operation, answer: `${operation} ${status} ${body === undefined ? '' : said}`, answered });
}

/** Whatever is asked meanwhile. */
const FAULTS: readonly Faults[] = [
  { log: new LogUnavailable('the log can not be read: disk I/O error') },
  { views: new Refusal('views-behind', 'The views were found damaged.', { retryAfter: 1 }) },
  { log: new Error('a defect') },
  { views: new Error('a defect') },
];

beforeAll(async () => {
  stage = await openStage();
  const performed = await perform(stage, told);
  for (const { step, example, headers } of performed) {
    if (!step.shorten) note(step.operation, { status: example.answer.status, headers, body: example.answer.body });
  }
  const ask = (request: Request): Promise<Answered> => exchange(stage, request);
  const sound = await soundRequests(performed, { ask });
  const askedOf = (operation: string): Asked => ({ operation, sound: sound.get(operation) as Request, told, ask });
  for (const answer of documented) {
    const [operation = '', status, what = ''] = answer.split(' ');
    const { request, faults } = PROVOCATIONS[what] ?? {};
    if (request) note(operation, await exchange(stage, await request(askedOf(operation)), faults));
    if (status === '304') note(operation, await ask(await knowing(askedOf(operation))));
    if (status?.startsWith('2')) for (const answered of await twice(askedOf(operation))) note(operation, answered);
  }
  for (const [operation, request] of sound) {
    for (const faults of FAULTS) {
      const asked = { ...askedOf(operation), sound: request };
      const isQuestion = request.method === 'GET';
      note(operation, await exchange(stage, await (isQuestion ? lookingIntoTheLog : onItsOwn)(asked), faults));
    }
  }
});
afterAll(() => stage.close());

/** The request of one who has the answer already. */
async function knowing({ sound, ask }: Asked): Promise<Request> {
  return withHeaders(sound, { 'if-none-match': String((await ask(sound)).headers.get('etag')) });
}

/** The answers to a request, and to the same again: with the same key, where it takes one. */
async function twice(asked: Asked): Promise<readonly Answered[]> {
  const { parameters } = operationNamed(asked.operation);
  const isKeyed = parameters.some((each) => '$ref' in each && each.$ref.endsWith('/idempotencyKey'));
  const key = { 'idempotency-key': `twice-${asked.operation}` };
  const request = withHeaders(await onItsOwn(asked), isKeyed ? key : {});
  return [await asked.ask(request), await asked.ask(request)];
}

describe('every answer that the document tells of', () => {
  it('is given, but for those of which is said why they can not be provoked', () => {
    expect(documented.filter((each) => !noted.some(({ answer }) => answer === each)).sort()).toEqual(
      Object.keys(UNPROVOKED).sort(),
    );
  });

  it('and no answer is given that it does not tell of', () => {
    expect(noted.map(({ answer }) => answer).filter((answer) => !documented.includes(answer))).toEqual([]);
  });

  it('is as it says: media type, body, headers', () => {
    const wrong = noted.flatMap(({ operation, answer, answered }) => {
      const { status, headers, body } = answered;
      const type = headers.get('content-type') ?? '';
      return [
        ...(body === undefined ? [] : problemsOfAnswer(operation, { status, headers: { 'content-type': type }, body })),
        ...unexpectedHeaders(operation, status, headers),
      ].map((each) => `${answer}: ${each}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has each header, in one case at least, that it is said to have', () => {
    const missing = operations.flatMap(({ operation: { operationId, responses } }) =>
      Object.entries(responses).flatMap(([status, { headers = {} }]) => {
        const given = noted.filter(
          ({ operation, answered }) => operation === operationId && answered.status === Number(status),
        );
        return Object.keys(headers)
          .filter((name) => given.length > 0 && !given.some(({ answered }) => answered.headers.has(name)))
          .map((name) => `${operationId} ${status} ${name}`);
      }),
    );
    expect(missing).toEqual([]);
  });
});
