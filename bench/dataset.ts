import { type Pick, picker } from './random.js';

/**
 * Made-up lines of an import, the same each time: about 20 developments a company, on five kinds. One in 50 is
 * corrected afterwards and one in 200 retracted, so that what is known has an end too.
 */

type Line = Readonly<Record<string, object>>;

const START = Date.UTC(2015, 0, 1);
/** How many days the developments are spread over. */
export const DAYS = 4_000;
const DEVELOPMENTS_A_COMPANY = 20;
const APPS = 20;
const MATTERS = 10;
const CORRECTED_EVERY = 50;
const RETRACTED_EVERY = 200;

const DATASET: Line = { import: { dataset: 'bench' } };

export const dayText = (day: number): string => new Date(START + day * 86_400_000).toISOString().slice(0, 10);

export const companies = (developments: number): number => Math.ceil(developments / DEVELOPMENTS_A_COMPANY);

export function* registryLines(developments: number): Generator<Line> {
  yield { entity: { slug: 'regulator', type: 'authority', name: 'Regulator' } };
  for (let each = 0; each < APPS; each++) {
    yield { entity: { slug: `app-${each}`, type: 'service', name: `App ${each}` } };
  }
  for (let each = 0; each < MATTERS; each++) yield { matter: { slug: `matter-${each}`, title: `Matter ${each}` } };
  for (let each = 0; each < companies(developments); each++) {
    yield { entity: { slug: `company-${each}`, type: 'company', name: `Company ${each}` } };
  }
}

export function* developmentLines(developments: number): Generator<Line> {
  yield DATASET;
  const bodies = developmentBodies(developments);
  for (let each = 0; each < developments; each++) yield { development: { ref: `d${each}`, ...bodies.next().value } };
}

export function* changeLines(developments: number): Generator<Line> {
  yield DATASET;
  const pick = picker(7);
  for (let each = 0; each < developments; each += CORRECTED_EVERY) {
    // The title too: among many, the other day is the same one now and then, and to change nothing is refused.
    const changes = { when: dayText(pick(DAYS)), title: `Development ${each}, on another day` };
    yield { correction: { of: `d${each}`, changes, reason: 'The day was another.', cause: 'source-error' } };
  }
  for (let each = 0; each < developments; each += RETRACTED_EVERY) {
    yield { retraction: { of: `d${each}`, reason: 'It did not happen.', cause: 'source-error' } };
  }
}

/** Bodies of developments without end, about the companies that there are at that size. */
export function* developmentBodies(developments: number, seed = 42): Generator<object, never> {
  const pick = picker(seed);
  for (let each = 0; ; each++) {
    const company = `company-${pick(companies(developments))}`;
    yield {
      title: `Development ${each} about ${company}`,
      when: when(pick),
      matter: `matter-${pick(MATTERS)}`,
      ...stated(pick, company, `app-${pick(APPS)}`),
      sources: [
        { publisher: 'A paper of record', title: `Report ${each}`, url: `https://example.org/${each}`, language: 'en' },
      ],
    };
  }
}

/** Three in ten are known to within three weeks only. */
function when(pick: Pick): string {
  const day = pick(DAYS);
  return pick(10) < 7 ? dayText(day) : `[${dayText(day)}..${dayText(day + 1 + pick(20))}]`;
}

function stated(pick: Pick, company: string, app: string): { readonly kind: string; readonly details: object } {
  switch (pick(5)) {
    case 0:
      return { kind: 'LinksBlocked', details: { from: company, to: [app] } };
    case 1:
      return { kind: 'LinksUnblocked', details: { from: company, to: [app] } };
    case 2:
      return { kind: 'PaymentMethodAccepted', details: { venues: [company], method: app } };
    case 3: {
      const amount = { value: String(pick(1_000) + 1), currency: 'USD' };
      return { kind: 'FineImposed', details: { authority: 'regulator', party: company, amount } };
    }
    default:
      return {
        kind: 'GuidanceMeetingHeld',
        details: { authority: 'regulator', attendees: [company], topics: ['links'] },
      };
  }
}
