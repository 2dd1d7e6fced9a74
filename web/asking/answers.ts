import type { Schemas } from '../../src/client/index.js';

export type { Schemas };

export type Fact = Schemas['Fact'];
export type FactValue = Schemas['FactValue'];
export type Verdict = Schemas['Verdict'];
export type Development = Schemas['Development'];
export type Source = Development['sources'][number];
