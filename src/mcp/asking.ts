import type { Query } from '../answers/page.js';
import type { RegistryAnswer } from '../registry/registry.query.js';
import type { DiffAnswer } from '../state/diff/diff.query.js';
import type { StateAnswer } from '../state/state.query.js';
import type { WhyAnswer } from '../state/why/why.query.js';
import type { DevelopmentAnswer } from '../timeline/development.query.js';
import type { TimelineAnswer } from '../timeline/timeline.query.js';

/** The questions that tools ask, each with the parameters that its address takes. */
export interface Asking {
  timeline(parameters: Query): Promise<TimelineAnswer>;
  state(parameters: Query): Promise<StateAnswer>;
  diff(parameters: Query): Promise<DiffAnswer>;
  why(fact: string, parameters: Query): Promise<WhyAnswer>;
  development(id: string, parameters: Query): Promise<DevelopmentAnswer>;
  entities(parameters: Query): Promise<RegistryAnswer>;
  matters(parameters: Query): Promise<RegistryAnswer>;
}
