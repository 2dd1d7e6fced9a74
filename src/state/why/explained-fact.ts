import { WHEN } from '../../../projections/dates.js';
import { decisiveBonds } from '../../../projections/law/decisive.js';
import type { Assertion, Node } from '../../../projections/law/knowledge.js';
import { standingsOn } from '../../../projections/law/standing.js';
import type { NodeRow } from '../../../projections/network.js';
import type { Sql } from '../../../projections/projection.js';
import { kindNamed } from '../../developments/kinds/index.js';
import { type Day, formatDay } from '../../time/day.js';
import { type DevelopmentView, versionOf } from '../../timeline/development-view.js';
import type { KnownFact } from '../fact-reader.js';
import { decisiveTimings } from './decisive-timing.js';
import { followedBy, type Said } from './follower.js';
import { reasonText } from './reason.text.js';
import { verdictText } from './verdict.text.js';
import type { ExplainedAssertion } from './why.query.js';

/** An assertion of a fact and where it stands among them: first day, last day, then tie order. */
export interface PlacedAssertion {
  readonly key: readonly [earliest: Day, latest: Day, place: number];
  explain(): ExplainedAssertion;
}

export interface ExplainedFact {
  readonly reason: string;
  /** In the order in which people read them; each is explained only when it is asked to be. */
  readonly assertions: readonly PlacedAssertion[];
}

/** Explains a fact on a day, as known at a position. */
export function explainedFact(sql: Sql, fact: KnownFact, day: Day, position: number): ExplainedFact {
  const { knowledge, dated, predicate } = fact;
  const { assertions } = knowledge;
  const { judgement, tightened, standingOf } = standingsOn(knowledge, day);
  const ranges = tightened.nodes;
  const decisive = decisiveBonds(knowledge.nodes, tightened);
  const views = new Map<number, DevelopmentView>();
  const viewOf = (dev: number): DevelopmentView => {
    const view = views.get(dev) ?? (versionOf(sql, dev, position) as DevelopmentView);
    views.set(dev, view);
    return view;
  };
  const said = (place: number): Said => ({
    assertion: assertions[place] as Assertion,
    place,
    standing: standingOf(place),
  });

  const explain = (place: number): ExplainedAssertion => {
    const own = said(place);
    const { assertion, standing } = own;
    const followers = standing.followers.map(said);
    const { node, dev } = dated[assertion.node] as NodeRow;
    const view = viewOf(dev);
    const { id, kind, title, summary, revision, sources, unsourced, sourcesErased } = view;
    return {
      development: { id, kind, title, summary, revision },
      value: assertion.value,
      node,
      when: writtenDay(view, node),
      earliest: formatDay(standing.range.earliest),
      latest: formatDay(standing.range.latest),
      counts: standing.counts,
      reason: reasonText(predicate, day, own, followers),
      ...followedBy(own, followers, (follower) => {
        const { id, title } = viewOf((dated[follower.node] as NodeRow).dev);
        return { id, title };
      }),
      ...(standing.contradictory && { contradictory: true }),
      timings: decisiveTimings(
        assertion.node,
        { ...decisive(assertion.node), counts: standing.bonds },
        { dated, ranges, titleOf: (of) => viewOf(of).title },
      ),
      sources,
      ...(unsourced && { unsourced }),
      ...(sourcesErased && { sourcesErased }),
      position: view.position,
      recordedAt: view.recordedAt,
    };
  };

  const rangeOf = ({ node }: Assertion): Node => ranges[node] as Node;
  const exact = judgement.because.every((each) => rangeOf(each).earliest === rangeOf(each).latest);
  return {
    reason: verdictText(predicate, day, judgement, exact),
    assertions: assertions
      .map((assertion, place): PlacedAssertion => {
        const { earliest, latest } = rangeOf(assertion);
        return { key: [earliest, latest, place], explain: () => explain(place) };
      })
      .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2]),
  };
}

function writtenDay({ kind, when, details }: DevelopmentView, node: string): string {
  if (node === WHEN) return when;
  return (
    kindNamed(kind)
      ?.dates?.(details)
      .find((own) => own.node === node)?.date ?? when
  );
}
