import { describe, expect, it } from '@jest/globals';
import { InFlight } from '../../../src/event-store/kurrent/in-flight.js';
import { NotInTime } from '../../../src/event-store/kurrent/kurrent-errors.js';
import { range } from './kurrent-case.js';

const FOR_EVER = 2 ** 31 - 1;

/** Asks for many places at once; each is kept until it is let go of. */
function askFor(inFlight: InFlight, many: number) {
  const letGo: (() => void)[] = [];
  const place = () => new Promise<void>((resolve) => letGo.push(resolve));
  const all = Promise.all(range(1, many).map(() => inFlight.run(FOR_EVER, place)));
  return {
    all,
    /** Those that were let go of among them. */
    admitted: async () => {
      await new Promise(setImmediate);
      return letGo.length;
    },
    letGo: (index: number) => letGo[index]?.(),
  };
}

describe('appends under way at once', () => {
  it('are one on a connection that has not proved itself, then 64, and one again when it may be lost', async () => {
    const inFlight = new InFlight();
    const { all, admitted, letGo } = askFor(inFlight, 200);
    expect(await admitted()).toBe(1);
    inFlight.warm();
    expect(await admitted()).toBe(64);
    for (const index of range(0, 9)) letGo(index);
    expect(await admitted()).toBe(74);
    inFlight.cool();
    for (const index of range(10, 72)) letGo(index);
    expect(await admitted()).toBe(74);
    letGo(73);
    expect(await admitted()).toBe(75);
    inFlight.warm();
    for (const index of range(74, 199)) {
      await admitted();
      letGo(index);
    }
    await all;
  });

  it('are refused that get no place in their time, and take none then', async () => {
    const inFlight = new InFlight();
    const { all, admitted, letGo } = askFor(inFlight, 1);
    await expect(inFlight.run(0, () => Promise.resolve())).rejects.toBeInstanceOf(NotInTime);
    expect(await admitted()).toBe(1);
    letGo(0);
    await all;
    await expect(inFlight.run(FOR_EVER, () => Promise.resolve('done'))).resolves.toBe('done');
  });
});
