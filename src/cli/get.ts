import { addressOf, credentials, refusal, type Service, unreachable } from './service-url.js';

/** What is asked, by name; undefined is not asked. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/**
 * Asks a service one thing; the body of the answer has still to be read.
 * @throws {Failure} when nothing answers, or the service refuses
 */
export async function get(
  service: Service,
  path: string,
  parameters: Parameters,
  accept = 'application/json',
): Promise<Response> {
  const address = addressOf(service, path);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  const response = await fetch(address, { headers: { accept, ...credentials(service) } }).catch((error) => {
    throw unreachable(service, error);
  });
  if (response.status === 200) return response;
  throw refusal(service, response.status, await response.text().catch(() => ''));
}
