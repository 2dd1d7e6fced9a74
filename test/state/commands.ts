import { AddSource, addSourceTo } from '../../src/developments/commands/add-source.js';
import { RecordDevelopment, recordDevelopment } from '../../src/developments/commands/record-development.js';
import { ReinstateDevelopment, reinstateDevelopment } from '../../src/developments/commands/reinstate-development.js';
import { RetractDevelopment, retractDevelopment } from '../../src/developments/commands/retract-development.js';
import { type Command, change, META, REASON } from './change.js';
import { cross, entangle, repoint } from './collisions.js';
import { fitting, nth, type Told } from './fitting.js';
import type { Draft, Field, Step } from './histories.js';

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
    case 'entangle':
      return entangle(step, living(told));
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
      line: { development: JSON.parse(JSON.stringify(body)) },
    },
  ];
}

function correct(
  target: Told,
  { when, matter, timing, details }: Draft,
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
      timing: fields.includes('timing') ? timing : version.timing,
    },
    told,
    target.id,
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
    line: { [retracted ? 'reinstatement' : 'retraction']: { of: id, ...REASON } },
  };
}

function addSource({ id }: Told): Command {
  const body = { publisher: 'A paper', title: 'An article' };
  const command = new AddSource(id, body, META);
  return {
    of: id,
    run: async (writing) => void (await addSourceTo(writing, command)),
    line: { source: { of: id, ...body } },
  };
}

const living = (told: readonly Told[]): readonly Told[] => told.filter(({ retracted }) => !retracted);
