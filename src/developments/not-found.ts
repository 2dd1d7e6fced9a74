import { Refusal } from '../refusal.js';

export const developmentNotFound = (id: string): Refusal =>
  new Refusal('development-not-found', `There is no development "${id}" in what was known then.`);
