/** Days as numbers: 1970-01-01 is 0. */
const DAY_MS = 86_400_000;

export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a day of the calendar, from 0001-01-01 on. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text < NO_BEGINNING) return false;
  const day = dayNumber(text);
  return !Number.isNaN(day) && dayText(day) === text;
}

/** What stands for no beginning and no end. */
export const NO_BEGINNING = '0001-01-01';
export const NO_END = '9999-12-31';

export const isOpen = (day: string): boolean => day === NO_BEGINNING || day === NO_END;

export const today = (): string => new Date().toISOString().slice(0, 10);
