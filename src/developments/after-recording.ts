import { Refusal } from '../refusal.js';

/** What the views tell of what was just recorded. It is acknowledged whatever befalls them meanwhile. */
export async function ifTold<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'views-behind') return otherwise;
    throw error;
  }
}
