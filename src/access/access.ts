import { Refusal } from '../refusal.js';
import type { Keyring } from './keyring.js';
import { ANONYMOUS, type Subject } from './subject.js';
import type { Tokens } from './tokens.js';

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

  #known(credential: string): Subject | Promise<Subject> {
    const key = this.keyring.find(credential);
    if (key) return { actor: `key:${key.id}`, roles: [key.role], holds: () => this.keyring.holds(key.id) };
    // Tokens have dots, and keys have none.
    if (this.tokens && credential.includes('.')) return this.tokens(credential);
    const detail = this.required
      ? 'This key is not known here, or it was revoked.'
      : // Who says who they are would be surprised to find their work recorded as anybody's.
        'This service knows no keys yet: make one with regtime key create, or leave out Authorization.';
    throw new Refusal('unauthenticated', detail, { invalidToken: true });
  }
}
