import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  developmentId,
  type EventDraft,
  eventId,
  hasKey,
  hasRequest,
  leafHash,
  seal,
} from '../../src/event-store/envelope.js';
import { NotStorable } from '../../src/event-store/errors.js';
import { verifyStored } from '../../src/event-store/verify-stored.js';

const log = '3d0f2c3a-8a52-4d2e-9b1e-6f8a1f0c9a77';
const salt = 'AAECAwQFBgcICQoLDA0ODw';
const draft: EventDraft = {
  log,
  id: '5b0bd5b2-8f0b-5f6e-9d5e-0d7f3a1c2b4d',
  stream: 'development-018f3c5e-7d2a-7c41-9a55-2f6b8d1e4c03',
  revision: 0,
  type: 'FineImposed',
  schema: 1,
  recordedAt: '2026-11-21T09:00:00.000Z',
  actor: 'anonymous',
  key: 'import-7',
  request: { operation: 'record', body: { kind: 'FineImposed' } },
  correlation: 'c-1',
};
const data = {
  title: '反垄断罚款 “二选一”',
  authority: 'samr',
  amount: { value: '18228000000', currency: 'CNY' },
};

// Written by hand, in canonical order; the literal hashes below were computed from these texts with other software.
const dataText = '{"amount":{"currency":"CNY","value":"18228000000"},"authority":"samr","title":"反垄断罚款 “二选一”"}';
const payloadHash = 'ae71cdcdb3e5ce66205cc010ee1571b67569260ec21386c51b483c08414b3e12';
const keyHash = '40802e0638c5468d5102c9742ac832b89d1d47b4b8dbb4774745beb12d6d1bbb';
const requestDigest = '7f3f359e6181543d2828603f95ce365c9f7b25f34404b282b6bffd47e100c1e2';
const envelopeText =
  '{"actor":"anonymous","correlation":"c-1","id":"5b0bd5b2-8f0b-5f6e-9d5e-0d7f3a1c2b4d"' +
  `,"log":"3d0f2c3a-8a52-4d2e-9b1e-6f8a1f0c9a77","payloadHash":"${payloadHash}"` +
  `,"recordedAt":"2026-11-21T09:00:00.000Z","request":{"digest":"${requestDigest}","key":"${keyHash}"}` +
  ',"revision":0,"schema":1,"stream":"development-018f3c5e-7d2a-7c41-9a55-2f6b8d1e4c03","type":"FineImposed","v":1}';
const leaf = '77e6b34dde151afcbc4792a6bb923c8001eed9b59182745bdfbf1a4967679cb5';

const sha256 = (...parts: (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map(Buffer.from)))
    .digest('hex');

describe('the canonical envelope', () => {
  it('has the hashes that anyone gets from the canonical texts', () => {
    const { envelope } = seal(draft, data, salt);
    expect(envelope.payloadHash).toBe(payloadHash);
    expect(sha256(`{"data":${dataText},"salt":"${salt}"}`)).toBe(payloadHash);
    expect(envelope.request.key).toBe(keyHash);
    expect(sha256(`{"key":"import-7","salt":"${salt}"}`)).toBe(keyHash);
    expect(envelope.request.digest).toBe(requestDigest);
    expect(sha256(`{"request":{"body":{"kind":"FineImposed"},"operation":"record"},"salt":"${salt}"}`)).toBe(
      requestDigest,
    );
    expect(leafHash(envelope)).toBe(leaf);
    expect(sha256(Buffer.of(0), envelopeText)).toBe(leaf);
  });

  it('has the members of version 1 and no others', () => {
    const { key, request, ...rest } = draft;
    expect(seal(draft, data, salt).envelope).toEqual({
      v: 1,
      ...rest,
      request: { key: keyHash, digest: requestDigest },
      payloadHash,
    });
  });

  it('leaves out the key and the correlation where there are none', () => {
    const { key, correlation, ...rest } = draft;
    const { envelope } = seal({ ...rest, key: undefined, correlation: undefined }, data, salt);
    expect(Object.keys(envelope)).not.toContain('correlation');
    expect(envelope.request).toEqual({ digest: requestDigest });
    expect(leafHash(envelope)).toBe('83f3d7d0266ef475599bcab73769b70410a53aa59b3554eeaabd1c2b7d91118e');
  });

  it('does not show the same request twice as the same hash', () => {
    const first = seal(draft, data, salt).envelope;
    const second = seal(draft, data, 'BBECAwQFBgcICQoLDA0ODw').envelope;
    expect(second.payloadHash).not.toBe(first.payloadHash);
    expect(second.request.key).not.toBe(first.request.key);
    expect(second.request.digest).not.toBe(first.request.digest);
  });

  it('does not depend on the order in which members were written', () => {
    const { amount, authority, title } = data;
    const shuffled = seal(
      { ...draft, request: { body: { kind: 'FineImposed' }, operation: 'record' } },
      { amount: { currency: amount.currency, value: amount.value }, authority, title },
      salt,
    );
    expect(shuffled.envelope).toEqual(seal(draft, data, salt).envelope);
  });

  it('refuses payloads and members that no store would give back unchanged', () => {
    expect(() => seal(draft, { amount: 0.1 }, salt)).toThrow(NotStorable);
    expect(() => seal({ ...draft, actor: 'cafe\u0301' }, data, salt)).toThrow('/envelope/actor');
    expect(() => seal({ ...draft, revision: 0.5 }, data, salt)).toThrow('/envelope/revision');
  });

  it.each([
    '',
    'AAECAwQFBgcICQoLDA0OD',
    'AAECAwQFBgcICQoLDA0ODw==',
    'AAECAwQFBgcICQoLDA0OD+',
    'AAECAwQFBgcICQoLDA0ODx',
  ])('refuses "%s" as a salt', (bad) => {
    expect(() => seal(draft, data, bad)).toThrow(TypeError);
  });
});

describe('a stored event', () => {
  const event = seal(draft, data, salt);

  it('knows the key it was recorded with, and no other', () => {
    expect(hasKey(event, 'import-7')).toBe(true);
    expect(hasKey(event, 'import-8')).toBe(false);
    expect(hasKey(seal({ ...draft, key: undefined }, data, salt), 'import-7')).toBe(false);
  });

  it('knows the request it answers, whatever the order of its members, and no other', () => {
    expect(hasRequest(event, { body: { kind: 'FineImposed' }, operation: 'record' })).toBe(true);
    expect(hasRequest(event, { body: { kind: 'FineChanged' }, operation: 'record' })).toBe(false);
    expect(hasRequest(event, 'import-7')).toBe(false);
  });

  it.each([
    ['is sound as it was stored', {}, undefined],
    ['shows a changed envelope', { envelope: envelopeText.replace('anonymous', 'somebody') }, 'leaf hash'],
    ['shows a changed leaf', { leaf: leaf.replace('7', '8') }, 'leaf hash'],
    ['shows a changed payload', { data: dataText.replace('samr', 'miit') }, 'payload'],
    ['shows a changed salt', { salt: 'BBECAwQFBgcICQoLDA0ODw' }, 'payload'],
    ['shows a payload written differently', { data: dataText.replace(',', ', ') }, 'canonical'],
    ['shows a payload cut short', { data: dataText.slice(0, -1) }, 'canonical'],
    ['shows an envelope written differently', rehashed(envelopeText.replace(',', ', ')), 'canonical'],
    ['shows an envelope that is no object', rehashed('null'), 'canonical'],
  ])('%s', (_, change, fault) => {
    const verdict = verifyStored({ envelope: envelopeText, leaf, salt, data: dataText, ...change });
    if (fault === undefined) expect(verdict).toBeUndefined();
    else expect(verdict).toContain(fault);
  });

  function rehashed(envelope: string) {
    return { envelope, leaf: sha256(Buffer.of(0), envelope) };
  }
});

describe('ids', () => {
  const identity = { log, actor: 'anonymous', operation: 'record', key: 'import-7', request: draft.request, index: 0 };
  const newId = () => '018f3c5e-7d2a-7c41-9a55-2f6b8d1e4c03';

  it('are the same for the same keyed request', () => {
    expect(eventId(identity, newId)).toBe('17159f23-e3c1-579a-93e6-59834334f85d');
    expect(eventId({ ...identity, index: 1 }, newId)).toBe('92ec1608-48ff-56a2-a57e-c80e754ae034');
  });

  it('differ with log, actor, operation, key, request and index', () => {
    const others = [
      identity,
      { ...identity, log: newId() },
      { ...identity, actor: 'a-2' },
      { ...identity, operation: 'correct' },
      { ...identity, key: 'import-8' },
      { ...identity, request: { operation: 'record' } },
      { ...identity, index: 1 },
    ];
    expect(new Set(others.map((each) => eventId(each, newId))).size).toBe(others.length);
  });

  it('come from the generator where there is no key', () => {
    expect(eventId({ ...identity, key: undefined }, newId)).toBe(newId());
  });

  it('of developments follow from log, actor and key', () => {
    expect(developmentId(log, 'anonymous', 'import-7')).toBe('cc098dcc-45fb-5df8-b043-a3cf1565067e');
    expect(developmentId(log, 'anonymous', 'Ключ 键')).toBe('f92cfc6b-7d33-533b-b937-edca13e19955');
  });
});
