import type { Chain } from '../../projections/law/chain.js';
import { explainChain, nameOfNode } from '../../projections/law/chain-in-words.js';
import type { NamedNode } from './bound-network.js';

/** Why no dates fit, as a sentence: which day can't be because of which, and because of which that. */
export const contradictionInWords = (chain: Chain, nodes: readonly NamedNode[]): string =>
  explainChain(
    chain,
    nodes.map(({ earliest, latest, title, name }) => ({ earliest, latest, name: nameOfNode(title, name) })),
  );

/** Why there is no order, as a sentence. @param titles along the ring; each comes after the next */
export const ringInWords = (titles: readonly string[]): string =>
  `${[...titles, titles[0]].map((title) => JSON.stringify(title)).join(' comes after ')}: that goes round in a ring.`;
