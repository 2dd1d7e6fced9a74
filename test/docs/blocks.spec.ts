import { describe, expect, test } from '@jest/globals';
import { blocksOf, commandsIn, isLike, promisedBy } from './blocks.js';

describe('a page', () => {
  test('has blocks, each with its language and the paragraph before it', () => {
    expect(blocksOf('# A\n\nAs a file:\n\n```json\n{}\n```\n\n```sh\nls\n```\n')).toEqual([
      { language: 'json', text: '{}\n', line: 5, before: 'As a file:' },
      { language: 'sh', text: 'ls\n', line: 9, before: '```json\n{}\n```' },
    ]);
  });

  test('has commands, whatever lines they take', () => {
    const commands = ["a 'b\nc'   # says so", 'd \\\n  e', "cat <<'END'\nf\nEND", 'g'];
    expect(commandsIn(`${commands.join('\n')}\n\n`)).toEqual(commands);
    expect(() => commandsIn("a 'b")).toThrow('does not end');
  });
});

describe('the comment of a command', () => {
  const holds = (comment: string, printed: string): boolean =>
    promisedBy(`ask "#1"   # ${comment}`).says.every((pattern) => pattern.test(printed));

  test('promises what answers say, numbers and codes; the rest is for people', () => {
    expect(holds('possible: allowed, blocked', '"possible","values":["allowed","blocked"]')).toBe(true);
    expect(holds('possible, as it was by the 10th', '1 definite, 0 possible.')).toBe(false);
    expect(holds('22 recorded, 0 refused', '23 lines: 22 would be recorded, 1 unchanged, 0 refused')).toBe(true);
    expect(holds('22 recorded', '22 lines: 2 recorded')).toBe(false);
    expect(holds('746,000,000 EUR', '0 to 746,000,000 EUR')).toBe(true);
    expect(holds('what happened, for people', '')).toBe(true);
    expect(holds('nothing yet', '{"facts":[],"totals":[]}')).toBe(true);
    expect(holds('nothing yet', '{"facts":[{}]}')).toBe(false);
    expect([promisedBy('a   # refused: invalid-development').isRefused, promisedBy('a').says]).toEqual([true, []]);
  });
});

test('what is printed is as it is shown, but for what is left out', () => {
  expect(isLike('at 104 (recorded 2026-11-21), rules 1.\n', 'at 104 (recorded …), rules 1.')).toBe(true);
  expect(isLike('at 105 (recorded 2026-11-21), rules 1.\n', 'at 104 (recorded …), rules 1.')).toBe(false);
});
