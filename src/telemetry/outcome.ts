import { Refusal } from '../refusal.js';

/** How work that threw has ended: what is asked for wrongly is refused, everything else has failed. */
export const outcomeOf = (error: unknown): 'refused' | 'failed' => (error instanceof Refusal ? 'refused' : 'failed');
