import { statSync } from 'node:fs';
import { Option } from 'commander';
import { Failure } from './failure.js';

/** `--data-dir`, or DATA_DIR, as `regtime serve` has it. */
export const dataDirOption = (description: string): Option =>
  new Option('--data-dir <directory>', description).env('DATA_DIR').default('./var');

/** @throws {Failure} where something is to be put that has to be there */
export function assertDirectory(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`there is no directory ${path}`);
}
