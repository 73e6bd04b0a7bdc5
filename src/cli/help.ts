// What --help prints.
import type { CommandName } from './command-line';

const GLOBAL = `callscope: see a remote procedure call happen, down to the last bit

Usage
  npm run -s callscope -- COMMAND [ARGUMENTS]

Commands
  presets                      list the built-in scenarios, one id a line
  run SCENARIO.json|PRESET     simulate a scenario; print or export what happens
  dissect CAPTURE.pcap         explain every byte of a pcap or pcapng file

Options
  -h, --help                   this help; behind a command, the help of that command
  --version                    the version

Exit status
  0  done; for dissect: every byte is explained
  1  failed: the reason is on the standard error
  2  the command line was not understood

Example
  npm run -s callscope -- run xml-rpc-fun-add --pcapng call.pcapng
  npm run -s callscope -- dissect call.pcapng
`;

const COMMANDS: Readonly<Record<CommandName, string>> = {
  presets: `Usage: callscope presets

Lists the built-in scenarios, one id a line. Each can be given to "callscope run".
`,
  run: `Usage: callscope run SCENARIO.json|PRESET [OPTIONS]

Simulates a scenario: a file, "-" for the standard input, or the id of a preset.
A file may be short: what it leaves out takes its default. The shortest is {}.

Options (without any: --transcript)
  --transcript      print what happens, one line per event
  --detail          the transcript with changes of state and arrivals of packets
  --json            print the whole trace as JSON: events, messages and packets with their
                    octets in hex and their fields as a tree
  --streams         print the application's octets, one line of JSON per TCP connection:
                    {"c2s":"…","s2c":"…"}, client to server and server to client, in hex
  --pcapng FILE     write the packets to FILE, for Wireshark and tshark
  --pcap FILE       the same in classic pcap

Members of a scenario, all optional
  version      1
  protocol     a protocol's id; options: its options that differ from their defaults
  interface    the service's interface as text: "fun_add(a: int, b: int): int"
  server       what each function does: {"fun_add": {"does": "add"}}; also "echo", "divide",
               "length", "measure", "count-up", "receipt", {"does": "return", "value": …},
               {"does": "throw", "message": …, "code": …}; "takes": MICROSECONDS
  calls        [{"method": "fun_add", "args": [2, 3]}], args by position or by name;
               "oneway": true wants no reply; {"batch": [CALL, …]} is several in one message;
               over gRPC also "metadata": [{"name": …, "value": …}], "deadline": MILLISECONDS,
               "cancelAfter": MILLISECONDS
  network      {"latency": MICROSECONDS, "bandwidth": BITS_PER_SECOND, "mtu": OCTETS}
  hosts        {"client": {"address": "…", "port": …}, "server": {…}}
  connection   {"reuse": true, "closeAtEnd": true}
  startedAt    wall-clock time at the start: "2024-02-29T12:34:56Z"; Date headers and gzip show it
  seed         a whole number that all random choices come from
`,
  dissect: `Usage: callscope dissect CAPTURE.pcap [OPTIONS]

Puts the TCP connections of a pcap or pcapng file together again ("-" is the standard input),
recognises the protocol of each, and prints every message as a tree of fields: offset in hex,
octets, name, value.
Ends with one line per connection: the protocol, the number of messages, and the bytes
explained of the bytes seen in each direction.
The exit status is 0 only when every byte is explained.

Options
  --protocol ID     take every connection for this protocol
  --json            print one JSON document instead of the trees
  --transcript      tell the calls instead: the ten steps, one line per event; "(inferred)" stands
                    at steps that no packet shows
`,
};

/** The help about a command, or about the whole program. */
export function helpText(about?: CommandName): string {
  return about ? COMMANDS[about] : GLOBAL;
}
