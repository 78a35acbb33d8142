import { parseArgs } from 'node:util';
import { printLine } from '../n8n/progress.mts';
import { SetupError } from '../n8n/setupError.mts';

/** The options of a script that take a whole number. */
export interface NumberOptions<Name extends string> {
  help: string;
  defaults: Record<Name, number>;
  /** The least that an option takes; 0 by default. */
  least?: Partial<Record<Name, number>>;
}

/**
 * Reads the options from the command line. Prints the help and returns undefined if that is asked for. Throws a
 * SetupError about what it can't read.
 */
export function readNumbers<Name extends string>({
  help,
  defaults,
  least = {},
}: NumberOptions<Name>): Record<Name, number> | undefined {
  const names = Object.keys(defaults) as Name[];
  const texts = readTexts(names, help);
  if (texts.help !== undefined) {
    printLine(help);
    return undefined;
  }
  const numbers = { ...defaults };
  for (const name of names) {
    const text = texts[name];
    if (typeof text === 'string') numbers[name] = wholeNumber(name, text, least[name] ?? 0);
  }
  return numbers;
}

function readTexts(names: string[], help: string): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean' as const } } }).values;
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least) return number;
  throw new SetupError(`--${name} takes a whole number from ${least}, not "${text}".`);
}
