import { CoordinateParameters } from '../answers/parameters.js';
import { Name } from '../fields/index.js';
import { MATTER } from './state.parameters.js';

export class InteroperabilityParameters extends CoordinateParameters {
  @Name('the slug of a matter', MATTER) matter?: string;
}
