import type { JsonObject } from '../../event-store/canonical.js';

interface Header {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonObject;
  readonly example: string;
}

const text: JsonObject = { type: 'string' };

const ANSWER_TAG = '"bQW-n3-dLS9K0AjZ2p6xUyIt1R8eC4VmhGfo7sTzJkE"';

/** Headers that requests may carry, by their names in the document. */
export const REQUEST_HEADERS = {
  idempotencyKey: {
    name: 'Idempotency-Key',
    description:
      'Makes it safe to send the request again: it is recorded once, and the first answer comes again. Keys do not expire.',
    schema: { ...text, pattern: '^[\\x21-\\x7e]{1,255}$' },
    example: 'miit-meeting-2021-09-09',
  },
  ifMatch: {
    name: 'If-Match',
    description:
      'The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.',
    schema: { ...text, pattern: '^(\\*|(W/)?"[\\x21\\x23-\\x7e]*")$' },
    example: '"0"',
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    description: 'The ETag of an earlier answer: 304 without a body if it would be the same again.',
    schema: text,
    example: ANSWER_TAG,
  },
  lastEventId: {
    name: 'Last-Event-ID',
    description: 'The position of the last event that was seen; 0 for none.',
    schema: { ...text, pattern: '^(0|[1-9]\\d*)$' },
    example: '0',
  },
  correlationId: {
    name: 'X-Correlation-Id',
    description: 'Kept in the envelope of every event that the request leads to.',
    schema: { ...text, pattern: '^[A-Za-z0-9._-]{1,64}$' },
    example: 'newsdesk-4711',
  },
} as const satisfies Readonly<Record<string, Header>>;

/** Headers that answers carry, by their names in the document. */
export const RESPONSE_HEADERS = {
  answerTag: {
    name: 'ETag',
    description: 'Of the answer, for If-None-Match; never a revision.',
    schema: text,
    example: ANSWER_TAG,
  },
  revisionTag: {
    name: 'ETag',
    description: 'The revision in double quotes, for If-Match.',
    schema: { ...text, pattern: '^"(0|[1-9]\\d*)"$' },
    example: '"0"',
  },
  cacheControl: {
    name: 'Cache-Control',
    description:
      'With asOf and a position as knownAt the answer may be kept: private, max-age=3600, must-revalidate. Otherwise no-cache.',
    schema: text,
    example: 'no-cache',
  },
  unbuffered: {
    name: 'X-Accel-Buffering',
    description: 'Asks proxies to pass each event on as it comes.',
    schema: { ...text, const: 'no' },
    example: 'no',
  },
  location: {
    name: 'Location',
    description: 'Where the development can be read.',
    schema: { ...text, format: 'uri-reference' },
    example: '/v1/developments/0199b2f0-6c00-7000-8000-000000000001',
  },
  alternates: {
    name: 'Link',
    description: 'Where to have the same in other forms: rel="alternate" with their media types; not on later pages.',
    schema: text,
    example: '<timeline.atom?matter=platform-interoperability>; rel="alternate"; type="application/atom+xml"',
  },
  disposition: {
    name: 'Content-Disposition',
    description: 'Under which name to save it, which tells the coordinates.',
    schema: text,
    example: 'attachment; filename="state-2021-09-15-position-31.csv"',
  },
  replayed: {
    name: 'Idempotency-Replayed',
    description: 'true where the request had been answered before and nothing was recorded now.',
    schema: { ...text, const: 'true' },
    example: 'true',
  },
  allow: { name: 'Allow', description: 'The methods that there are.', schema: text, example: 'POST' },
  challenge: {
    name: 'WWW-Authenticate',
    description: 'How to say who asks, and what is wrong with what was said (RFC 6750).',
    schema: text,
    example: 'Bearer realm="regulatory-timeline"',
  },
  rateLimit: {
    name: 'RateLimit',
    description: 'How many requests may follow at once, and the seconds until as many may come as ever.',
    schema: text,
    example: '"default";r=0;t=60',
  },
  rateLimitPolicy: {
    name: 'RateLimit-Policy',
    description: 'How many requests may come, and in how many seconds.',
    schema: text,
    example: '"default";q=600;w=60',
  },
  retryAfter: {
    name: 'Retry-After',
    description: 'Seconds after which to ask again.',
    schema: { ...text, pattern: '^\\d+$' },
    example: '1',
  },
} as const satisfies Readonly<Record<string, Header>>;

export type RequestHeader = keyof typeof REQUEST_HEADERS;
export type ResponseHeader = keyof typeof RESPONSE_HEADERS;
