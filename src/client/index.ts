export { connect } from './connect.js';
export { BrokenOff, ServiceProblem, UnexpectedAnswer, Unreachable } from './errors.js';
export { pages } from './pages.js';
export type { Connection } from './send.js';
export type {
  Answer,
  BodyOf,
  CallOptions,
  Client,
  Item,
  LinesToSend,
  OperationId,
  Problem,
  RequestOf,
  Schemas,
} from './types.js';
