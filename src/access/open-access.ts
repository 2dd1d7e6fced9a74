import { Access } from './access.js';
import { AccessError } from './access-error.js';
import { Keyring } from './keyring.js';
import type { TokenSettings } from './token-settings.js';
import { tokensOf } from './tokens.js';

export interface AccessOptions {
  readonly host: string;
  /** Whether only this machine reaches the host. */
  readonly isLoopback: boolean;
  /** Holds the keys; `:memory:` for none. */
  readonly directory: string;
  readonly tokens?: TokenSettings;
  /** Told why keys that were changed can't be read. */
  readonly report: (error: unknown) => void;
}

/**
 * Who may ask a service that listens at a host.
 * @throws {AccessError} where anybody could reach it and nothing would tell one from another
 */
export async function openAccess({ host, isLoopback, directory, tokens, report }: AccessOptions): Promise<Access> {
  const kept = directory === ':memory:' ? undefined : directory;
  const access = new Access(new Keyring(kept, report), tokens && (await tokensOf(tokens)));
  if (access.required || isLoopback) return access;
  const makeKey = kept && `make a key with regtime key create --role admin --name <name> --data-dir ${kept}, or `;
  throw new AccessError(
    `others could reach it at ${host}, and nothing would tell who asks: ${makeKey ?? ''}name a token issuer with ` +
      '--jwt-issuer, --jwt-audience and --jwt-jwks-url, or listen on loopback with --host 127.0.0.1',
  );
}
