/**
 * `FREEZE=1 npm run jest -- test/golden` writes what is missing of the golden files. What is there is never
 * overwritten: to freeze something again, somebody has to delete it and answer for that.
 */
export const freezing = process.env.FREEZE === '1';

export const HOW_TO_FREEZE = 'FREEZE=1 npm run jest -- test/golden';
