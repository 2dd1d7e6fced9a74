import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { parseJson } from '../fields/parse-json.js';
import { Refusal } from '../refusal.js';

/** Bytes of one JSON body, or of one line of an import. */
const MAX_JSON = 256 * 1024;
/** The one operation that takes NDJSON. */
const TAKES_LINES = '/v1/import';

/** A question's answer is made up to its headers only; a stream would be read to its end for nobody. */
export function answerHeads(server: FastifyInstance): void {
  server.addHook('onSend', async ({ method }, _reply, payload) => {
    if (method !== 'HEAD' || !(payload instanceof Readable)) return payload;
    payload.destroy();
    return Readable.from([]);
  });
}

/** Bodies are JSON, or NDJSON read as a stream; anything else is refused. */
export function acceptContent(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_JSON },
    (_request, body, done) => {
      try {
        done(null, parseJson(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  server.addContentTypeParser(['application/x-ndjson', 'application/ndjson'], (request, payload, done) => {
    // Anywhere else a stream would be taken for a document.
    if (request.routeOptions.url === TAKES_LINES) done(null, payload);
    else done(new Refusal('unsupported-media-type', 'Send application/json.'));
  });
}
