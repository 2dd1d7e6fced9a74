import { isOpen, type Needs } from '../../access/role.js';
import type { JsonObject } from '../../event-store/canonical.js';
import type { ProblemCode } from '../problem.js';

/** The ways to say who asks. */
export const SECURITY_SCHEMES: JsonObject = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key that `regtime key create --role <role> --name <name>` has made, as `Authorization: Bearer <key>`. What is recorded with it has the actor `key:<id>`.',
  },
  password: {
    type: 'http',
    scheme: 'basic',
    description:
      'The same key, of the role `reader` alone, as the password, for feed readers, calendars and spreadsheets that can send nothing else; any user name will do.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'A token of the issuer that the service is started with (JWT_ISSUER, JWT_AUDIENCE, JWT_JWKS_URL), signed with RS256, ES256 or EdDSA. What is recorded with it has the actor that `sub` names.',
  },
};

/** The Security Requirement Objects of an operation: a role, or nothing as long as there is no way to say who asks. */
export const securityOf = (needs: Needs, basic?: true): readonly JsonObject[] =>
  isOpen(needs) ? [] : [{ key: [needs] }, { token: [needs] }, ...(basic ? [{ password: [needs] }] : []), {}];

/** What a request may be answered with before its operation is reached. */
export const problemsBefore = (method: string, needs: Needs): readonly ProblemCode[] => [
  'unexpected-host',
  ...(method === 'get' ? [] : (['cross-origin'] as const)),
  ...(isOpen(needs) ? [] : (['unauthenticated', 'forbidden', 'issuer-unavailable'] as const)),
  ...(needs === 'probe' ? [] : (['rate-limited'] as const)),
];
