import { Amount, type Money, Text } from '../../fields/index.js';
import { defineKind } from './kind.js';
import { amountOf, oneLine } from './wording.js';

class MarketImpactReportedDetails {
  @Amount({ optional: true, description: 'Left out where it is unknown' }) amount?: Money;
  @Text({ max: 1_000, description: 'What gained or lost it' }) about!: string;
  @Text({ max: 200, optional: true, description: 'Over which time' }) period?: string;
}

export const marketImpactReported = defineKind({
  kind: 'MarketImpactReported',
  description: 'A gain or loss on the market was reported.',
  details: MarketImpactReportedDetails,
  facts: [],
  summary: ({ amount, about, period }) =>
    `market impact of ${amount ? amountOf(amount) : 'an unknown amount'}: ${oneLine(about)}` +
    (period ? ` (${oneLine(period)})` : ''),
  effects: () => [],
});
