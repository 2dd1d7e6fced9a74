import { Refusal } from '../refusal.js';
import type { Role } from './role.js';
import type { Subject } from './subject.js';
import type { TokenSettings } from './token-settings.js';

/** Signatures only an issuer can make; with HS256 whoever checks one could make it. Ed25519 is EdDSA's newer name. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Seconds by which the clocks of issuer and service may differ. */
const SKEW = 30;
/** Seconds after which to ask again when the issuer can't be reached. */
const RETRY_AFTER = 5;
/** An id that can stand in a record for ever: no e-mail address, and nothing that reads as another's id. */
const ACTOR = /^[A-Za-z0-9][A-Za-z0-9._:|/-]{0,127}$/;
const TAKEN = /^(anonymous$|key:)/;

/** Whether it may stand in the record as who did something, and is nobody's whom this service names itself. */
export const isSubjectId = (text: string): boolean => ACTOR.test(text) && !TAKEN.test(text);

/** Milliseconds. */
export interface TokenTiming {
  /** How long keys of the issuer are used before they are fetched again. */
  readonly keep: number;
  /** How long a key that is not there is not asked for again. */
  readonly cooldown: number;
  /** How long the issuer may take to answer. */
  readonly patience: number;
}

const TIMING: TokenTiming = { keep: 300_000, cooldown: 10_000, patience: 5_000 };

/** Who a token is about. @throws {Refusal} unauthenticated, issuer-unavailable */
export type Tokens = (token: string) => Promise<Subject>;

/** Reads tokens of one issuer, whose keys are fetched when the first token comes. */
export async function tokensOf(
  { issuer, audience, jwksUrl, roleClaim, roles }: TokenSettings,
  { keep, cooldown, patience }: TokenTiming = TIMING,
): Promise<Tokens> {
  // Only now: most services take none.
  const { createRemoteJWKSet, customFetch, errors, jwtVerify } = await import('jose');
  const keys = createRemoteJWKSet(jwksUrl, {
    cacheMaxAge: keep,
    cooldownDuration: cooldown,
    timeoutDuration: patience,
    [customFetch]: restrained(cooldown),
  });

  function refusalOf(error: unknown): Refusal {
    if (error instanceof errors.JWTExpired) return refused('The token has expired.');
    if (error instanceof errors.JWTClaimValidationFailed) {
      return refused(`The token's "${error.claim}" is missing, or not what this service takes.`);
    }
    if (error instanceof errors.JOSEAlgNotAllowed) {
      return refused(`The token is not signed with ${ALGORITHMS.slice(0, -1).join(', ')}.`);
    }
    if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
      return refused("The token's header does not name a key of the issuer.");
    }
    const ofToken = [
      errors.JWSInvalid,
      errors.JWTInvalid,
      errors.JWSSignatureVerificationFailed,
      errors.JOSENotSupported,
    ];
    if (ofToken.some((each) => error instanceof each)) return refused('This is no token of the issuer.');
    return new Refusal('issuer-unavailable', 'The keys of the token issuer can not be had just now.', {
      retryAfter: RETRY_AFTER,
    });
  }

  return async (token) => {
    const required = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp'], clockTolerance: SKEW };
    const { payload } = await jwtVerify(token, keys, required).catch((error) => {
      throw refusalOf(error);
    });
    const { sub = '', exp = 0 } = payload;
    if (typeof sub !== 'string' || !isSubjectId(sub)) {
      throw refused(
        'The token\'s "sub" can not stand in a record: it takes up to 128 letters, digits, ".", "_", ":", "|", "/", "-", ' +
          'and does not begin with "key:".',
      );
    }
    return { actor: sub, roles: rolesIn(payload, roleClaim, roles), holds: () => Date.now() < (exp + SKEW) * 1_000 };
  };
}

const refused = (detail: string): Refusal => new Refusal('unauthenticated', detail, { invalidToken: true });

/** Texts parted by blanks, or a list of texts. */
function rolesIn(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  roles: TokenSettings['roles'],
): readonly Role[] {
  const within = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Readonly<Record<string, unknown>>)[name]
      : undefined;
  // Names of claims may have dots themselves.
  const value = within(claims, claim) ?? claim.split('.').reduce(within, claims as unknown);
  const names: readonly unknown[] = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [];
  return names.flatMap((name) => (typeof name === 'string' ? (roles.get(name) ?? []) : []));
}

/** Anybody can send a token with a made-up key: an issuer that is down is not asked again for each of them. */
function restrained(cooldown: number): (url: string, options: RequestInit) => Promise<Response> {
  let failedAt = Number.NEGATIVE_INFINITY;
  return async (url, options) => {
    if (Date.now() < failedAt + Math.min(cooldown, RETRY_AFTER * 1_000)) throw new Error('it failed a moment ago');
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`it answered ${response.status}`);
      return response;
    } catch (error) {
      failedAt = Date.now();
      throw error;
    }
  };
}
