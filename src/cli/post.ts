import { Failure } from './failure.js';
import { addressOf, refusal, unreachable } from './service-url.js';

/**
 * Sends a service one JSON document. @returns the text of the answer
 * @throws {Failure} when nothing answers, or the service refuses
 */
export async function post(service: string, path: string, body: object): Promise<string> {
  const response = await fetch(addressOf(service, path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch((error) => {
    throw unreachable(service, error);
  });
  const text = await response.text().catch((error) => {
    throw unreachable(service, error);
  });
  if (response.status !== 200) throw refusal(service, response.status, text);
  if (text.startsWith('{')) return text;
  throw new Failure(`${service} did not answer as this service does: is --url right?`);
}
