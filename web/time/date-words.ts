import { dayNumber, NO_BEGINNING, NO_END } from './days.js';

const LOCALE = { en: 'en-GB', zh: 'zh-CN' } as const;
type Language = keyof typeof LOCALE;
export type DateWords = ReturnType<typeof makeDateWords>;

/** Dates in words of a language. @param say how the language says open ends */
export function makeDateWords(
  language: Language,
  say: { readonly by: (day: string) => string; readonly from: (day: string) => string; readonly anyDay: string },
) {
  const locale = LOCALE[language];
  // Made when they are first needed: each takes milliseconds, and the first view needs few.
  const inUtc = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) => {
    let format: Intl.DateTimeFormat | undefined;
    return () => {
      format ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
      return format;
    };
  };
  const long = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = inUtc({ day: 'numeric', month: 'short', year: 'numeric' });
  // Chinese has no shorter form that is no row of numbers.
  const brief = language === 'zh' ? long : short;
  const month = inUtc({ month: 'long', year: 'numeric' });
  const year = inUtc({ year: 'numeric' });
  const minute = inUtc({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

  const between = (format: Intl.DateTimeFormat, earliest: string, latest: string): string => {
    if (earliest === NO_BEGINNING && latest === NO_END) return say.anyDay;
    if (earliest === NO_BEGINNING) return say.by(format.format(at(latest)));
    if (latest === NO_END) return say.from(format.format(at(earliest)));
    if (earliest === latest) return format.format(at(earliest));
    if (isWhole(earliest, latest, 'year')) return year().format(at(earliest));
    if (isWhole(earliest, latest, 'month')) return month().format(at(earliest));
    if (language === 'zh') return `${format.format(at(earliest))}至${format.format(at(latest))}`;
    return format.formatRange(at(earliest), at(latest));
  };

  return {
    day: (day: string): string => long().format(at(day)),
    shortDay: (day: string): string => brief().format(at(day)),
    /** Of an unknown day, or of a span. */
    range: (earliest: string, latest: string): string => between(long(), earliest, latest),
    shortRange: (earliest: string, latest: string): string => between(brief(), earliest, latest),
    instant: (instant: string): string => `${minute().format(new Date(instant))} UTC`,
  };
}

function isWhole(earliest: string, latest: string, unit: 'month' | 'year'): boolean {
  const length = unit === 'year' ? 4 : 7;
  if (earliest.slice(0, length) !== latest.slice(0, length)) return false;
  const [first, next] = unit === 'year' ? ['-01-01', '-12-31'] : ['-01', undefined];
  if (!earliest.endsWith(first ?? '')) return false;
  if (next !== undefined) return latest.endsWith(next);
  const following = new Date((dayNumber(latest) + 1) * 86_400_000);
  return following.getUTCDate() === 1;
}
