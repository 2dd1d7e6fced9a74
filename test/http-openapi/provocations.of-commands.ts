import type { JsonObject } from '../../src/event-store/canonical.js';
import {
  type Asked,
  about,
  BECAUSE,
  development,
  fined,
  NOBODY,
  recorded,
  retracted,
  sent,
  withBody,
  withHeaders,
} from './asked.js';
import type { Provocation } from './provocations.js';
import type { Request } from './scenario.js';

/** More dates than may hang together, in two groups of so many. */
const HALF = 260;

type ByOperation = Readonly<Record<string, (asked: Asked) => Request | Promise<Request>>>;

/** A code that each operation is brought to in its own way; those not named in the way of `otherwise`. */
const by = (operations: ByOperation, otherwise?: ByOperation[string]): Provocation => ({
  request: (asked) => {
    const provoke = operations[asked.operation] ?? otherwise;
    if (!provoke) throw new Error(`nobody has said how ${asked.operation} comes to that`);
    return provoke(asked);
  },
});

const correcting = (id: string, changes: JsonObject): Request =>
  sent('POST', `/v1/developments/${id}/corrections`, { changes, ...BECAUSE });

const record = (body: JsonObject) => (): Request => sent('POST', '/v1/developments', body);

const correct =
  (changes: JsonObject) =>
  async (asked: Asked): Promise<Request> =>
    correcting(await recorded(asked), changes);

/** The request about something that is there; about a development, one that nothing else is about. */
export async function onItsOwn(asked: Omit<Asked, 'told'>): Promise<Request> {
  if (asked.operation === 'putEntity') {
    return sent('PUT', '/v1/entities/wechat', { type: 'service', name: 'WeChat, renamed' });
  }
  if (asked.operation === 'putMatter') {
    return sent('PUT', '/v1/matters/platform-interoperability', { title: 'Renamed' });
  }
  if (!/^\/v1\/developments\//.test(asked.sound.path)) return asked.sound;
  const id = await recorded(asked);
  if (asked.operation === 'reinstateDevelopment') await retracted(asked, id);
  return about(asked.sound, id);
}

async function onRetracted(asked: Asked): Promise<Request> {
  const id = await recorded(asked);
  await retracted(asked, id);
  return about(asked.sound, id);
}

export const keyed = ({ operation, sound }: Asked): Request =>
  operation === 'recordDevelopment' ? withHeaders(sound, { 'idempotency-key': 'side-by-side' }) : sound;

/** The same key with other content: of a correction, of a source, of a reason. */
async function keyReused(asked: Asked): Promise<Request> {
  const request = withHeaders(await onItsOwn(asked), { 'idempotency-key': `reused-${asked.operation}` });
  const { status } = await asked.ask(request);
  if (status >= 400) throw new Error(`${asked.operation} was answered ${status}`);
  const body = request.body as JsonObject;
  const other: JsonObject = 'reason' in body ? { reason: 'Another.' } : { title: 'Another' };
  return withBody(request, { ...body, ...other });
}

/** One after the other, in the order of their dates. @returns the ids */
async function oneAfterTheOther(asked: Asked): Promise<readonly [string, string]> {
  const first = await recorded(asked, fined({ when: '2021-04' }));
  return [first, await recorded(asked, fined({ when: '2021-05', timing: [{ after: first }] }))];
}

async function reinstatedIntoContradiction(asked: Asked): Promise<Request> {
  const [first, second] = await oneAfterTheOther(asked);
  await retracted(asked, second);
  await asked.ask(correcting(first, { when: '2022' }));
  return about(asked.sound, second);
}

/** What says nothing of any fact: so many of them would make every answer about one slow. */
const met = (more: JsonObject): JsonObject =>
  development('GuidanceMeetingHeld', { authority: 'miit', attendees: ['alibaba'], topics: ['links'] }, more);

/** While what ties two groups together is retracted, each grows to half of what may hang together, and more. */
async function reinstatedIntoTooMany(asked: Asked): Promise<Request> {
  const [one, other] = [await recorded(asked, met({})), await recorded(asked, met({}))];
  const tie = await recorded(asked, met({ when: '2021-06', timing: [{ after: one }, { after: other }] }));
  await retracted(asked, tie);
  const lines = [one, other].flatMap((after) =>
    Array.from({ length: HALF }, (_, index) => ({
      development: { ref: `${after}-${index}`, ...met({ when: '2021-05', timing: [{ after }] }) },
    })),
  );
  await asked.ask({
    method: 'POST',
    path: '/v1/import',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  return about(asked.sound, tie);
}

/** A command that is refused as long as the views can't say what it would be bound to. */
export async function comparedWithViews(asked: Asked): Promise<Request> {
  const { operation, told } = asked;
  if (operation === 'reinstateDevelopment') return onItsOwn(asked);
  const timing = [{ after: String(told.fine?.id) }];
  return operation === 'recordDevelopment'
    ? sent('POST', '/v1/developments', fined({ timing }))
    : correcting(await recorded(asked), { timing });
}

const tooMany = ({ told: { fine } }: Asked): JsonObject => ({
  timing: Array.from({ length: 33 }, () => ({ after: String(fine?.id) })),
});

/** Problems of what a command says. By code. */
export const PROVOCATIONS: Readonly<Record<string, Provocation>> = {
  'invalid-development': by(
    { recordDevelopment: record(fined({ when: '2021-04-31' })), correctDevelopment: correct({ when: '2021-04-31' }) },
    async (asked) => withBody(await onItsOwn(asked), {}),
  ),
  'invalid-entity': { request: ({ sound }) => withBody(sound, { type: 'regulator', name: 'CAC' }) },
  'invalid-matter': { request: ({ sound }) => withBody(sound, { title: '' }) },
  'unknown-entity': by({
    recordDevelopment: record(development('FineImposed', { authority: 'samrr', party: 'alibaba' })),
    correctDevelopment: correct({ details: { authority: 'samrr' } }),
    putEntity: ({ sound }) => withBody(sound, { ...(sound.body as JsonObject), jurisdiction: 'nowhere' }),
  }),
  'unknown-matter': by({
    recordDevelopment: record(fined({ matter: 'alibaba-anti-trust' })),
    correctDevelopment: correct({ matter: 'alibaba-anti-trust' }),
  }),
  'unknown-development': by({
    recordDevelopment: record(fined({ timing: [{ after: NOBODY }] })),
    correctDevelopment: correct({ timing: [{ after: NOBODY }] }),
  }),
  'contradictory-timing': by({
    recordDevelopment: ({ told: { fine } }) =>
      sent('POST', '/v1/developments', fined({ when: '2020', timing: [{ after: String(fine?.id) }] })),
    correctDevelopment: async (asked) => correcting((await oneAfterTheOther(asked))[1], { when: '2020' }),
    reinstateDevelopment: reinstatedIntoContradiction,
  }),
  'timing-limit': by({
    recordDevelopment: (asked) => sent('POST', '/v1/developments', fined(tooMany(asked))),
    correctDevelopment: async (asked) => correcting(await recorded(asked), tooMany(asked)),
    reinstateDevelopment: reinstatedIntoTooMany,
  }),
  'development-retracted': { request: onRetracted },
  'not-retracted': { request: async (asked) => about(asked.sound, await recorded(asked)) },
  'nothing-to-correct': by({ correctDevelopment: correct({ title: 'A development' }) }),
  'entity-type-fixed': {
    request: ({ sound }) => withBody(about(sound, 'wechat'), { type: 'company', name: 'WeChat' }),
  },
  'revision-mismatch': { request: async (asked) => withHeaders(await onItsOwn(asked), { 'if-match': '"99"' }) },
  'idempotency-key-reused': { request: keyReused },
};
