import type { ServerResponse } from 'node:http';
import type { Subject } from '../access/subject.js';

/** Answers that have not ended, with those they are for. */
export class AnswersUnderWay {
  readonly #open = new Map<ServerResponse, Subject>();

  add(answer: ServerResponse, subject: Subject): void {
    this.#open.set(answer, subject);
    answer.once('close', () => this.#open.delete(answer));
  }

  /** Cuts off those whose key was revoked meanwhile, or whose token has expired: a stream could go on for ever. */
  endThoseThatNoLongerHold(): void {
    for (const [answer, subject] of this.#open) if (!subject.holds()) answer.destroy();
  }
}
