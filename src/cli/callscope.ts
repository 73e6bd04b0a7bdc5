// Runs a command and turns what goes wrong into a sentence and an exit status: 0 done, 1 failed, 2 not understood.

import packageJson from '../../package.json' with { type: 'json' };
import { type Problem, ProblemError } from '../problem/problem';
import { problemSentence } from '../problem/sentence';
import { en } from '../problem/text/en';
import { presets } from '../scenario/presets';
import { type Command, readCommandLine, UsageError } from './command-line';
import { dissect } from './dissect';
import { helpText } from './help';
import { run } from './run';
import { CommandError, type Terminal } from './terminal';

/** Does what `args` ask for. Returns the exit status; throws only when the program itself is at fault. */
export function callscope(args: readonly string[], terminal: Terminal): number {
  try {
    return perform(readCommandLine(args), terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = error.command ? `callscope ${error.command} --help` : 'callscope --help';
      terminal.complain(`callscope: ${error.message}\nTry "${help}".\n`);
      return 2;
    }
    if (error instanceof CommandError || error instanceof ProblemError) {
      terminal.complain(`callscope: ${sentenceOf(error)}\n`);
      return 1;
    }
    throw error;
  }
}

function perform(command: Command, terminal: Terminal): number {
  switch (command.name) {
    case 'help':
      terminal.print(helpText(command.about));
      return 0;
    case 'version':
      terminal.print(`${packageJson.version}\n`);
      return 0;
    case 'presets':
      terminal.print(presets.map(preset => `${preset.id}\n`).join(''));
      return 0;
    case 'run':
      run(command, terminal);
      return 0;
    case 'dissect':
      return dissect(command, terminal);
  }
}

function sentenceOf(error: CommandError | ProblemError): string {
  if (error instanceof CommandError) return error.message;
  return `${problemSentence(error.problem, en)}${placeOf(error.problem)}`;
}

/** ` (at calls.0.args.1)`, ` (at interface, character 17)`; empty where the problem has no path. */
function placeOf({ at }: Problem): string {
  if (!at?.path || at.path.length === 0) return '';
  const character = at.offset === undefined ? '' : `, character ${at.offset + 1}`;
  return ` (at ${at.path.join('.')}${character})`;
}
