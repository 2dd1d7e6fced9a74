import { clockProjection } from './clock.projection.js';
import { coverageProjection } from './coverage.projection.js';
import { datesProjection } from './dates.projection.js';
import { developmentsProjection } from './developments.projection.js';
import { erasuresProjection } from './erasures.projection.js';
import { factsProjection } from './facts.projection.js';
import type { Projection } from './projection.js';
import { registryProjection } from './registry.projection.js';
import { searchProjection } from './search.projection.js';
import { timelineProjection } from './timeline.projection.js';

/** Every view, in the order they are applied to an event. */
export const PROJECTIONS: readonly Projection[] = [
  clockProjection,
  registryProjection,
  developmentsProjection,
  datesProjection,
  timelineProjection,
  factsProjection,
  coverageProjection,
  searchProjection,
  erasuresProjection,
];
