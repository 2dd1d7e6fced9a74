import { randomBytes } from 'node:crypto';

/** Names requests: apart from those of other processes, and in the order in which they came. */
export function requestIds(): () => string {
  const process = randomBytes(6).toString('base64url');
  let count = 0;
  return () => `${process}-${(count++).toString(36)}`;
}
