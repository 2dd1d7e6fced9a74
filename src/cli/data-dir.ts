import { Option } from 'commander';

/** `--data-dir`, or DATA_DIR, as `regtime serve` has it. */
export const dataDirOption = (description: string): Option =>
  new Option('--data-dir <directory>', description).env('DATA_DIR').default('./var');
