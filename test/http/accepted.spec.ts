import { describe, expect, it } from '@jest/globals';
import { asksFor } from '../../src/http/accepted.js';

const TYPE = 'application/cloudevents+json';

describe('asking for a media type', () => {
  it.each([
    [TYPE, true],
    ['Application/CloudEvents+JSON', true],
    [`text/event-stream, ${TYPE};q=0.5`, true],
    [`${TYPE} ; charset=utf-8`, true],
    [`${TYPE};q=0`, false],
    [`${TYPE}; q=0.000`, false],
    ['application/cloudevents-batch+json', false],
    ['*/*', false],
    ['', false],
    [undefined, false],
  ])('%j: %s', (accept, asked) => {
    expect(asksFor(accept, TYPE)).toBe(asked);
  });
});
