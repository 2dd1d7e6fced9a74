import { Access } from '../access/access.js';
import { makeKey } from '../access/api-key.js';
import { Keyring } from '../access/keyring.js';
import { isLoopbackHost } from '../access/loopback.js';
import { openAccess } from '../access/open-access.js';
import { type Rate, RateLimiter } from '../access/rate-limit.js';
import type { TokenSettings } from '../access/token-settings.js';
import type { Gate } from './gate.js';
import { Hosts } from './hosts.js';

export interface GateOptions {
  readonly host: string;
  /** Holds the keys, where there are any. */
  readonly dataDir: string;
  /** Whose tokens are taken beside the keys. */
  readonly tokens?: TokenSettings;
  /** Names by which it may be asked, beside those of loopback. */
  readonly allowedHosts?: readonly string[];
  readonly rateLimit?: Rate;
}

/**
 * The gate of a service that listens at a host.
 * @param report told why keys that were changed can't be read
 * @throws {AccessError} where others could reach it and nothing would tell who asks
 */
export async function openGate(
  { host, dataDir, tokens, allowedHosts = [], rateLimit }: GateOptions,
  report: (error: unknown) => void,
): Promise<Gate> {
  const isLoopback = await isLoopbackHost(host);
  return {
    hosts: new Hosts(host, allowedHosts, isLoopback),
    access: await openAccess({ host, isLoopback, dataDir, tokens, report }),
    ...(rateLimit && { limiter: new RateLimiter(rateLimit, Date.now) }),
  };
}

const hosts = new Hosts('127.0.0.1', [], true);

/** A gate on loopback that lets in everybody. */
export const gateForAll = (): Gate => ({ hosts, access: new Access(new Keyring()) });

/** A gate on loopback that lets in whoever has the key that is made for it, and only to read. @param now RFC 3339 */
export function gateForOne(now: string): { readonly gate: Gate; readonly key: string } {
  const keyring = new Keyring();
  const { key, stored } = makeKey({ name: 'one command', role: 'auditor' }, now);
  keyring.add(stored);
  return { key, gate: { hosts, access: new Access(keyring) } };
}
