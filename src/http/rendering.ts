import type { Coordinated } from '../answers/moment.js';

/** An answer that is no JSON: a text, or one that is made as it is sent. */
export class Rendering {
  /**
   * @param at the coordinates that it is given at
   * @param mediaType with its parameters
   */
  constructor(
    readonly at: Coordinated,
    readonly mediaType: string,
    readonly body: string | AsyncIterable<string>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}
