import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { OWN_NAMES, type TokenSettings } from '../../src/access/token-settings.js';

export const AUDIENCE = 'https://timeline.example.org';

export type Signing = 'RS256' | 'ES256' | 'EdDSA' | 'PS256' | 'ES384';

/** What a token says other than one that is good. */
export interface Said {
  readonly alg?: Signing;
  readonly kid?: string;
  readonly claims?: JWTPayload;
  /** Seconds from now. */
  readonly expires?: number | null;
  readonly from?: number;
}

/** A token issuer on loopback that publishes real keys. */
export class Issuer {
  readonly #keys = new Map<string, { readonly privateKey: CryptoKey; readonly publicKey: JWK }>();
  readonly #server = createServer((_request, response) => {
    this.asked += 1;
    const published = [...this.#keys.values()].map(({ publicKey }) => publicKey);
    response.writeHead(this.down ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: published }));
  });
  /** How often its keys were asked for. */
  asked = 0;
  down = false;

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get settings(): TokenSettings {
    return {
      issuer: this.url,
      audience: AUDIENCE,
      jwksUrl: new URL('/jwks.json', this.url),
      roleClaim: 'roles',
      roles: OWN_NAMES,
    };
  }

  /** Makes a key and publishes it. */
  async add(kid: string, alg: Signing): Promise<JWK> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig' };
    this.#keys.set(kid, { privateKey, publicKey: jwk });
    return jwk;
  }

  withdraw(kid: string): void {
    this.#keys.delete(kid);
  }

  /** A token that is good, but for what is said otherwise. */
  token({ alg = 'RS256', kid = alg, claims = {}, expires = 60, from }: Said = {}): Promise<string> {
    const key = this.#keys.get(kid);
    if (!key) throw new Error(`there is no key ${kid}`);
    const now = Math.floor(Date.now() / 1_000);
    const said = { iss: this.url, aud: AUDIENCE, sub: 'user-17', roles: ['reader'], iat: now, ...claims };
    const token = new SignJWT({
      ...said,
      ...(expires !== null && { exp: now + expires }),
      ...(from !== undefined && { nbf: now + from }),
    });
    return token.setProtectedHeader({ alg, kid }).sign(key.privateKey);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
