import { Refusal } from '../refusal.js';
import type { StoredKey } from './api-key.js';
import type { Keyring } from './keyring.js';
import { ANONYMOUS, type Subject } from './subject.js';
import type { Tokens } from './tokens.js';

/** Any user name, and a password. */
const BASIC = /^basic +([\w+/]+=*) *$/i;
const BEARER = /^bearer +([\w~+/.-]+=*) *$/i;

/** Tells who asks from the Authorization header. */
export class Access {
  constructor(
    private readonly keyring: Keyring,
    private readonly tokens?: Tokens,
  ) {}

  /** Whether one has to say who one is: as soon as there is a way to do so, on loopback too. */
  get required(): boolean {
    return this.tokens !== undefined || this.keyring.exists;
  }

  /** Takes in what was changed since the last look. */
  look(): void {
    this.keyring.look();
  }

  /** @throws {Refusal} unauthenticated, issuer-unavailable */
  subjectOf(authorization: string | undefined): Subject | Promise<Subject> {
    const credential = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
    if (credential !== undefined) return this.#known(credential);
    if (!this.required) return ANONYMOUS;
    throw new Refusal(
      'unauthenticated',
      'Say who asks: send Authorization: Bearer with a key of this service, which regtime key create makes, ' +
        'or with a token of its issuer.',
    );
  }

  /**
   * The same where a reader's key may also be the password of HTTP Basic: whoever can send nothing else keeps it as it
   * is, so it has to be one that can do the least.
   * @throws {Refusal} unauthenticated, issuer-unavailable
   */
  subjectOfBasic(authorization: string | undefined): Subject | Promise<Subject> {
    const encoded = authorization === undefined ? undefined : BASIC.exec(authorization)?.[1];
    // As long as everybody may ask, it is for a proxy.
    if (encoded === undefined || !this.required) return this.subjectOf(authorization);
    const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
    const key = this.keyring.find(password);
    if (key?.role === 'reader') return this.#ofKey(key);
    throw new Refusal(
      'unauthenticated',
      key === undefined
        ? 'The password is no key that is known here, or it was revoked.'
        : `As a password this service takes keys of the role reader alone, and this one has the role ${key.role}: make another with regtime key create.`,
      { invalidToken: true },
    );
  }

  #ofKey({ id, role }: StoredKey): Subject {
    return { actor: `key:${id}`, roles: [role], holds: () => this.keyring.holds(id) };
  }

  #known(credential: string): Subject | Promise<Subject> {
    const key = this.keyring.find(credential);
    if (key) return this.#ofKey(key);
    // Tokens have dots, and keys have none.
    if (this.tokens && credential.includes('.')) return this.tokens(credential);
    const detail = this.required
      ? 'This key is not known here, or it was revoked.'
      : // Who says who they are would be surprised to find their work recorded as anybody's.
        'This service knows no keys yet: make one with regtime key create, or leave out Authorization.';
    throw new Refusal('unauthenticated', detail, { invalidToken: true });
  }
}
