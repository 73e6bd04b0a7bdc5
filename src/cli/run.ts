// callscope run: a scenario in; transcript, JSON, streams and captures out.

import { tracePcap, tracePcapng } from '../exports/pcap';
import { applicationStreams } from '../exports/streams';
import { traceJson } from '../exports/trace-json';
import { transcript } from '../exports/transcript';
import { presetById, presets } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { readScenario } from '../scenario/validate';
import { simulate } from '../simulation/simulate';
import { hexText } from '../wire/bytes/field-value';
import type { Command } from './command-line';
import { CommandError, readOrFail, type Terminal, writeOrFail } from './terminal';

/** Simulates the scenario and writes what the command asks for. Throws a ProblemError when the scenario cannot be run. */
export function run(command: Extract<Command, { name: 'run' }>, terminal: Terminal): void {
  const scenario = scenarioOf(command.scenario, terminal);
  const trace = simulate(scenario);
  if (command.transcript) terminal.print(transcript(trace, { transitions: command.detail, arrivals: command.detail }));
  if (command.json) terminal.print(`${JSON.stringify(traceJson(trace), null, 2)}\n`);
  if (command.streams)
    for (const { c2s, s2c } of applicationStreams(trace))
      terminal.print(`${JSON.stringify({ c2s: hexText(c2s), s2c: hexText(s2c) })}\n`);
  if (command.pcapng !== undefined) writeOrFail(terminal, command.pcapng, tracePcapng(trace, scenario.startedAt));
  if (command.pcap !== undefined) writeOrFail(terminal, command.pcap, tracePcap(trace, scenario.startedAt));
}

/** The preset `word`, or what the file `word` holds. A file is what has a dot or a slash in its name, or is "-". */
function scenarioOf(word: string, terminal: Terminal): Scenario {
  const preset = presetById(word);
  if (preset) return preset.scenario;
  if (!/[./\\]/.test(word) && word !== '-') {
    const ids = presets.map(({ id }) => id).join(', ');
    throw new CommandError(`no preset has the id "${word}"; there are ${ids}. A file's name ends in .json`);
  }
  return readScenario(new TextDecoder().decode(readOrFail(terminal, word)));
}
