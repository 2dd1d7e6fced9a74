import { NotInTime } from './kurrent-errors.js';

/**
 * What is awaited, or a failure after so many milliseconds: the client keeps no deadline on most of what it does. What
 * comes later is let go.
 */
export async function inTime<T>(milliseconds: number, awaited: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotInTime(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}
