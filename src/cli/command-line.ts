// The command line: what it offers, how it is read, and what it says about itself.
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line cannot be understood. Exit status 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly command?: CommandName,
  ) {
    super(message);
  }
}

/** What the person at the terminal asks for. */
export type Command =
  | { readonly name: 'help'; readonly about?: CommandName }
  | { readonly name: 'version' }
  | { readonly name: 'presets' }
  | ({ readonly name: 'run'; readonly scenario: string } & RunOutputs)
  | {
      readonly name: 'dissect';
      readonly capture: string;
      readonly protocol?: string;
      readonly json: boolean;
      readonly transcript: boolean;
    };

/** What `run` writes. */
interface RunOutputs {
  readonly transcript: boolean;
  readonly detail: boolean;
  readonly json: boolean;
  readonly streams: boolean;
  readonly pcapng?: string;
  readonly pcap?: string;
}

export type CommandName = 'presets' | 'run' | 'dissect';

const COMMANDS: readonly CommandName[] = ['presets', 'run', 'dissect'];

const OPTIONS = {
  presets: {},
  run: {
    transcript: { type: 'boolean' },
    detail: { type: 'boolean' },
    json: { type: 'boolean' },
    streams: { type: 'boolean' },
    pcapng: { type: 'string' },
    pcap: { type: 'string' },
  },
  dissect: { protocol: { type: 'string' }, json: { type: 'boolean' }, transcript: { type: 'boolean' } },
} as const satisfies Record<CommandName, ParseArgsConfig['options']>;

/** Reads the arguments behind the program's name. Throws a {@link UsageError}. */
export function readCommandLine(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('a command is missing');
  if (first === '--help' || first === '-h') return { name: 'help' };
  if (first === '--version') return { name: 'version' };
  if (first === 'help') return helpAbout(rest[0]);
  const name = COMMANDS.find(command => command === first);
  if (!name) throw new UsageError(`there is no command "${first}"`);
  if (rest.includes('--help') || rest.includes('-h')) return { name: 'help', about: name };
  switch (name) {
    case 'presets': {
      const { positionals } = parsed(name, rest, OPTIONS.presets);
      if (positionals.length > 0) throw new UsageError(`unexpected "${positionals[0]}"`, name);
      return { name };
    }
    case 'run': {
      const { values, positionals } = parsed(name, rest, OPTIONS.run);
      const { transcript = false, detail = false, json = false, streams = false, pcapng, pcap } = values;
      const scenario = only(positionals, name, 'SCENARIO.json or PRESET');
      const silent = !json && !streams && pcapng === undefined && pcap === undefined;
      return { name, scenario, transcript: transcript || detail || silent, detail, json, streams, pcapng, pcap };
    }
    case 'dissect': {
      const { values, positionals } = parsed(name, rest, OPTIONS.dissect);
      const capture = only(positionals, name, 'CAPTURE.pcap');
      const { protocol, json = false, transcript = false } = values;
      return { name, capture, protocol, json, transcript };
    }
  }
}

function helpAbout(word: string | undefined): Command {
  if (word === undefined) return { name: 'help' };
  const about = COMMANDS.find(command => command === word);
  if (!about) throw new UsageError(`there is no command "${word}"`);
  return { name: 'help', about };
}

function parsed<const O extends NonNullable<ParseArgsConfig['options']>>(
  command: CommandName,
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), command);
  }
}

function only(positionals: readonly string[], command: CommandName, what: string): string {
  if (positionals.length === 0) throw new UsageError(`${what} is missing`, command);
  if (positionals.length > 1) throw new UsageError(`unexpected "${positionals[1]}"`, command);
  return positionals[0];
}
