import { AddSource, addSourceTo } from '../../src/developments/commands/add-source.js';
import { CorrectDevelopment, correctDevelopment } from '../../src/developments/commands/correct-development.js';
import { RecordDevelopment, recordDevelopment } from '../../src/developments/commands/record-development.js';
import { ReinstateDevelopment, reinstateDevelopment } from '../../src/developments/commands/reinstate-development.js';
import { RetractDevelopment, retractDevelopment } from '../../src/developments/commands/retract-development.js';
import type { Writing } from '../../src/developments/writing.js';
import { formatDay } from '../../src/time/day.js';
import { parseEdtf } from '../../src/time/edtf.js';
import { fineOf, fitting, nth, type Told } from './fitting.js';
import type { Draft, Field, Step } from './histories.js';
import { patchFor } from './patch.js';

/** One command of a step. */
export interface Command {
  /** The development that it changes. */
  readonly of?: string;
  /** @returns the id of a development that it records */
  readonly run: (writing: Writing) => Promise<string | undefined>;
}

export const META = { actor: 'teller' };
const REASON = { reason: 'as it was told' };

/** What a step means in view of what has been told; nothing where there is nothing it could be about. */
export function commandsOf(step: Step, told: readonly Told[]): readonly Command[] {
  switch (step.act) {
    case 'record':
      return record(step.draft, told);
    case 'correct': {
      const ofKind = living(told).filter(({ version }) => version.kind === step.draft.kind);
      const target = nth(ofKind, step.of);
      return target ? correct(target, step.draft, step.fields, told) : record(step.draft, told);
    }
    case 'toggle': {
      const target = nth(told, step.of);
      return target ? [toggle(target)] : [];
    }
    case 'source': {
      const target = nth(living(told), step.of);
      return target ? [addSource(target)] : [];
    }
    case 'side by side': {
      const all = step.steps.flatMap((each) => commandsOf(each, told));
      return all.filter(({ of }, index) => of === undefined || all.findIndex((each) => each.of === of) === index);
    }
    case 'repoint':
      return repoint(step.of, living(told));
    case 'cross':
      return cross(step, living(told));
    case 'ask':
      return [];
  }
}

function record(draft: Draft, told: readonly Told[]): readonly Command[] {
  const fitted = fitting(draft, told);
  if (!fitted) return [];
  const body = { ...fitted, title: `Told as number ${told.length}` };
  return [
    {
      run: async (writing) => (await recordDevelopment(writing, new RecordDevelopment(body, META))).acknowledgement.id,
    },
  ];
}

function correct(
  target: Told,
  { when, matter, details }: Draft,
  fields: readonly Field[],
  told: readonly Told[],
): readonly Command[] {
  const { version } = target;
  const corrected = fitting(
    {
      kind: version.kind,
      when: fields.includes('when') ? when : version.when,
      matter: fields.includes('matter') ? matter : version.matter,
      details: fields.includes('details') ? details : version.details,
    },
    told,
  );
  return corrected ? [change(target, corrected)] : [];
}

function toggle({ id, retracted }: Told): Command {
  return {
    of: id,
    run: async (writing) => {
      if (retracted) await reinstateDevelopment(writing, new ReinstateDevelopment(id, REASON, META));
      else await retractDevelopment(writing, new RetractDevelopment(id, REASON, META));
      return undefined;
    },
  };
}

function addSource({ id }: Told): Command {
  const command = new AddSource(id, { publisher: 'A paper', title: 'An article' }, META);
  return { of: id, run: async (writing) => void (await addSourceTo(writing, command)) };
}

function repoint(of: number, told: readonly Told[]): readonly Command[] {
  const pairs = told.flatMap((changing, index) => {
    const later = fineOf(changing.version) ? told.slice(index + 1) : [];
    return later.filter(({ version }) => version.kind === 'FineImposed').map((fine) => ({ changing, fine }));
  });
  const { changing, fine } = nth(pairs, of) ?? {};
  if (!changing || !fine) return [];
  const { version } = changing;
  return [change(changing, { ...version, when: fine.version.when, details: { ...version.details, fine: fine.id } })];
}

function cross({ of, wide }: Step & { act: 'cross' }, told: readonly Told[]): readonly Command[] {
  const pairs = told.flatMap((changing) => {
    const fine = told.find(({ id }) => id === fineOf(changing.version));
    return fine ? [{ changing, fine }] : [];
  });
  const { changing, fine } = nth(pairs, of) ?? {};
  if (!changing || !fine) return [];
  const [first, last] = [parseEdtf(fine.version.when).earliest, parseEdtf(changing.version.when).latest];
  if (first >= last) return [];
  return [
    change(fine, { ...fine.version, when: formatDay(last) }),
    change(changing, {
      ...changing.version,
      when: wide ? `[${formatDay(first)}..${formatDay(last - 1)}]` : formatDay(first),
    }),
  ];
}

/** The new title makes every correction one, whatever else it changes. */
function change({ id, version, revision }: Told, { when, matter, details }: Draft): Command {
  const changes = {
    title: `Corrected at revision ${revision}`,
    when,
    matter: matter ?? null,
    details: patchFor(version.details, details),
  };
  const command = new CorrectDevelopment(id, { changes, ...REASON }, META);
  return { of: id, run: async (writing) => void (await correctDevelopment(writing, command)) };
}

const living = (told: readonly Told[]): readonly Told[] => told.filter(({ retracted }) => !retracted);
