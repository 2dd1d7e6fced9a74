import { NotInTime } from './kurrent-errors.js';

/**
 * What is awaited, or a failure after so many milliseconds: the client keeps no deadline on most of what it does. What
 * comes later is let go.
 */
export function inTime<T>(milliseconds: number, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NotInTime(milliseconds)), milliseconds);
    awaited.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
