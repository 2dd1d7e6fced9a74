import { randomUUID } from 'node:crypto';

const JSON_BODY = { 'content-type': 'application/json' };

/** Where a client asks next; a replica that has gone is passed over. */
export interface Replicas {
  readonly urls: readonly string[];
}

interface Acknowledged {
  readonly id: string;
  readonly position: string;
}

/** Developments whose note is a number that clients raise side by side, each at whichever replica is theirs. */
export class Counters {
  /** How often each was raised, by what was acknowledged. */
  readonly raised = new Map<string, number>();
  /** How often somebody else had been faster. */
  conflicts = 0;

  constructor(private readonly replicas: Replicas) {}

  async open(title: string): Promise<string> {
    const body = { kind: 'StatementMade', title, when: '2024-03-01', note: '0', details: DETAILS };
    const { json } = await this.#asked(0, '/v1/developments', body, {});
    const { id } = json as unknown as Acknowledged;
    this.raised.set(id, 0);
    return id;
  }

  /** Adds one, once: an answer that never came is asked for again elsewhere, with the same key. @returns its position */
  async raise(id: string, replica: number): Promise<string> {
    for (;;) {
      const { revision, note } = await this.#read(id, replica);
      const key = randomUUID();
      const headers = { 'if-match': `"${revision}"`, 'idempotency-key': key };
      const body = { changes: { note: String(Number(note) + 1) }, reason: `One more, ${key}` };
      const { status, json } = await this.#asked(replica, `/v1/developments/${id}/corrections`, body, headers);
      if (status === 201 || status === 200) {
        this.raised.set(id, (this.raised.get(id) ?? 0) + 1);
        return (json as unknown as Acknowledged).position;
      }
      if (status !== 412) throw new Error(`${status}: ${JSON.stringify(json)}`);
      this.conflicts += 1;
    }
  }

  async #read(id: string, replica: number): Promise<{ readonly revision: number; readonly note: string }> {
    const { status, json } = await this.#asked(replica, `/v1/developments/${id}`);
    // The views of this replica may not have it yet, which the next time they will.
    if (status === 404) return this.#read(id, replica);
    return json as unknown as { revision: number; note: string };
  }

  /** Goes on at the next replica where one doesn't answer. */
  async #asked(replica: number, path: string, body?: object, headers: object = {}) {
    for (let left = 10 * this.replicas.urls.length, at = replica; ; left -= 1, at += 1) {
      const url = this.replicas.urls[at % this.replicas.urls.length];
      try {
        const answer = await fetch(`${url}${path}`, {
          ...(body && { method: 'POST', body: JSON.stringify(body) }),
          headers: { ...JSON_BODY, ...headers },
        });
        return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }
}

const DETAILS = { party: 'tencent', about: 'links', gist: 'They will be opened' };
