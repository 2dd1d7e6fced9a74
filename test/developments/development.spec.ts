import { describe, expect, it } from '@jest/globals';
import {
  addSource,
  checkFine,
  checkReplaced,
  correct,
  record,
  reinstate,
  retract,
} from '../../src/developments/development.js';
import { type DevelopmentState, evolve, type Version } from '../../src/developments/events.js';
import type { NewEvent } from '../../src/event-store/recorder.js';
import { Refusal } from '../../src/refusal.js';

const MEETING: Version = {
  kind: 'GuidanceMeetingHeld',
  title: 'A meeting',
  when: '2021-09-09',
  matter: 'interoperability',
  details: { authority: 'miit', attendees: ['alibaba'], topics: ['links'] },
};
const FINE: Version = {
  kind: 'FineImposed',
  title: 'A fine',
  when: '2021-04',
  details: { authority: 'samr', party: 'alibaba' },
};
const CHANGE: Version = {
  kind: 'FineChanged',
  title: 'A change',
  when: '2021-05',
  details: { fine: 'the-fine', annulled: true },
};
const SOURCE = { publisher: 'P', title: 'T' };
const REASON = { reason: 'It was otherwise.' };

/** The state that these events lead to. */
const given = (...events: readonly NewEvent[]): DevelopmentState =>
  events.reduce<DevelopmentState | undefined>(
    (state, { type, data }, revision) => evolve(state, { type, revision, data }),
    undefined,
  ) as DevelopmentState;
const meetingHeld = record(MEETING, [SOURCE])[0] as NewEvent;
const fineImposed = record(FINE, [])[0] as NewEvent;
const corrected = (state: DevelopmentState, changes: Partial<Version>): NewEvent =>
  correct(state, { ...state.version, ...changes }, REASON)[0] as NewEvent;
const retracted = { type: 'DevelopmentRetracted', schema: 1, data: REASON };
const reinstated = { type: 'DevelopmentReinstated', schema: 1, data: REASON };

/** The code of the refusal; fails where nothing is refused. */
function refusal(decision: () => unknown): string {
  try {
    decision();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('recording', () => {
  it('gives an event named after the kind, with all that was stated and the sources', () => {
    const { kind, ...stated } = MEETING;
    expect(record(MEETING, [SOURCE])).toEqual([{ type: kind, schema: 1, data: { ...stated, sources: [SOURCE] } }]);
    expect(given(meetingHeld)).toEqual({ version: MEETING, sources: [SOURCE], revision: 0, retracted: false });
  });
});

describe('correcting', () => {
  it('gives the whole version it leads to, and what changed', () => {
    const version = { ...MEETING, when: '2021-09-10', details: { ...MEETING.details, topics: ['payment'] } };
    const explained = { ...REASON, cause: 'source-error', sources: [SOURCE] } as const;
    expect(correct(given(meetingHeld), version, explained)).toEqual([
      {
        type: 'DevelopmentCorrected',
        schema: 1,
        data: { version, changed: ['/details/topics', '/when'], ...REASON, cause: 'source-error', sources: [SOURCE] },
      },
    ]);
  });

  it('says what was removed and what was added', () => {
    const { matter: _, ...version } = { ...MEETING, note: 'New.' };
    expect(correct(given(meetingHeld), version, REASON)[0]?.data.changed).toEqual(['/matter', '/note']);
  });

  it('is decided on the latest version', () => {
    const state = given(meetingHeld, corrected(given(meetingHeld), { title: 'B' }));
    expect(refusal(() => correct(state, { ...MEETING, title: 'B' }, REASON))).toBe('nothing-to-correct');
    expect(correct(state, MEETING, REASON)[0]?.data.changed).toEqual(['/title']);
    expect(state.revision).toBe(1);
  });

  it('of nothing is refused, whatever the order of members, and leaves out what was not said', () => {
    const turned = Object.fromEntries(Object.entries(MEETING).reverse()) as unknown as Version;
    expect(refusal(() => correct(given(meetingHeld), turned, REASON))).toBe('nothing-to-correct');
    const version = { ...MEETING, title: 'B' };
    const [event] = correct(given(meetingHeld), version, { ...REASON, sources: [] });
    expect(Object.keys(event?.data ?? {})).toEqual(['version', 'changed', 'reason']);
  });

  it('adds its sources to those there are', () => {
    const [event] = correct(
      given(meetingHeld),
      { ...MEETING, title: 'B' },
      { ...REASON, sources: [{ title: 'U' }] as never },
    );
    expect(given(meetingHeld, event as NewEvent).sources).toEqual([SOURCE, { title: 'U' }]);
  });

  it('of a retracted development is refused, and possible again once it is reinstated', () => {
    const version = { ...MEETING, title: 'B' };
    expect(refusal(() => correct(given(meetingHeld, retracted), version, REASON))).toBe('development-retracted');
    expect(correct(given(meetingHeld, retracted, reinstated), version, REASON)).toHaveLength(1);
  });
});

describe('retracting and reinstating', () => {
  it('turn one into the other, with reason and cause', () => {
    const explained = { ...REASON, cause: 'recording-error' } as const;
    expect(retract(given(meetingHeld), explained)).toEqual([
      { type: 'DevelopmentRetracted', schema: 1, data: explained },
    ]);
    expect(reinstate(given(meetingHeld, retracted), REASON)).toEqual([reinstated]);
    expect(given(meetingHeld, retracted)).toMatchObject({ retracted: true, revision: 1, version: MEETING });
    expect(given(meetingHeld, retracted, reinstated)).toMatchObject({
      retracted: false,
      revision: 2,
      version: MEETING,
    });
  });

  it('are refused where they change nothing', () => {
    expect(refusal(() => retract(given(meetingHeld, retracted), REASON))).toBe('development-retracted');
    expect(refusal(() => reinstate(given(meetingHeld), REASON))).toBe('not-retracted');
    expect(refusal(() => reinstate(given(meetingHeld, retracted, reinstated), REASON))).toBe('not-retracted');
  });

  it('keep the version as it was corrected last', () => {
    const correction = corrected(given(meetingHeld), { when: '2021-09-10' });
    expect(given(meetingHeld, correction, retracted, reinstated).version.when).toBe('2021-09-10');
  });
});

describe('adding a source', () => {
  it('gives an event with the source alone', () => {
    const events = addSource(given(meetingHeld), { title: 'U' });
    expect(events).toEqual([{ type: 'SourceAdded', schema: 1, data: { source: { title: 'U' } } }]);
    expect(given(meetingHeld, ...events)).toMatchObject({ sources: [SOURCE, { title: 'U' }], revision: 1 });
    expect(refusal(() => addSource(given(meetingHeld, retracted), SOURCE))).toBe('development-retracted');
  });
});

describe('replacing', () => {
  it('is of a retracted development', () => {
    expect(refusal(() => checkReplaced(given(meetingHeld)))).toBe('invalid-development');
    expect(() => checkReplaced(given(meetingHeld, retracted))).not.toThrow();
    expect(() => checkReplaced(undefined)).not.toThrow();
  });
});

describe('a change of a fine', () => {
  it('is of a fine and of nothing else', () => {
    const of = (changed: DevelopmentState): void => checkFine(CHANGE, new Map([['the-fine', changed]]));
    expect(refusal(() => of(given(meetingHeld)))).toBe('invalid-development');
    expect(() => of(given(fineImposed))).not.toThrow();
    expect(() => of(given(fineImposed, retracted))).not.toThrow();
  });
});

describe('the fold', () => {
  it('knows no other events', () => {
    expect(() => evolve(given(meetingHeld), { type: 'FineImposed', revision: 1, data: {} })).toThrow('FineImposed');
  });
});
