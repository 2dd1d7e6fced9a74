import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseJson } from '../fields/parse-json.js';
import { Failure } from './failure.js';
import { plain } from './wording.js';

/** A command as it stands in a file: on which line, from 1, and what it says. */
export interface CommandInFile {
  readonly line: number;
  readonly command: unknown;
}

/** The lines of an NDJSON file that are not blank. @throws {Failure} where one is no JSON; what reading it throws */
export async function commandsIn(file: string): Promise<readonly CommandInFile[]> {
  const chunks = file === '-' ? process.stdin : createReadStream(file);
  const commands: CommandInFile[] = [];
  let line = 0;
  for await (const text of createInterface({ input: chunks, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      commands.push({ line, command: parseJson(Buffer.from(text)) });
    } catch (error) {
      throw new Failure(plain(`line ${line}: ${(error as Error).message}`), { cause: error });
    }
  }
  if (commands.length === 0) throw new Failure('there is nothing to suppose: the file has no lines');
  return commands;
}
