import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Ambient } from '../event-store/recorder.js';

/** Bytes of randomness fetched at a time: asking for 16 takes as long as asking for thousands. */
const POOL = 4_096;
const A_TIME = 16;

/** 16 random bytes, new each time. */
function randomness(): () => Buffer {
  let pool = Buffer.alloc(0);
  return () => {
    if (pool.length === 0) pool = randomBytes(POOL);
    const bytes = pool.subarray(0, A_TIME);
    pool = pool.subarray(A_TIME);
    return bytes;
  };
}

const random = randomness();

/** The clock and the chance of a running service. */
export const ambient: Ambient = {
  now: () => new Date(),
  salt: () => random().toString('base64url'),
  uuid: () => uuidv7({ random: random() }),
};
