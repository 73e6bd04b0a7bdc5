// Golden captures and the scenarios that should give the same octets.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Scenario } from '../../src/scenario/scenario';
import { readScenario } from '../../src/scenario/validate';
import { readCapture } from '../../src/wire/pcapng/read-capture';
import { type Conversation, conversationsOf } from '../../src/wire/reassembly/conversations';

const CAPTURES = 'test/captures';
const SCENARIOS = 'test/golden/scenarios';

/** `xmlrpc-fun_add`, …: every capture that lies in the folder. */
export function captureNames(): string[] {
  return ['xmlrpc', 'jsonrpc', 'rest', 'grpc', 'dubbo', 'thrift'].flatMap(folder =>
    readdirSync(`${CAPTURES}/${folder}`)
      .filter(file => file.endsWith('.pcap'))
      .map(file => `${folder}-${file.slice(0, -'.pcap'.length)}`),
  );
}

/** Every scenario, whether there is a capture for it or not. */
export function scenarioNames(): string[] {
  return readdirSync(SCENARIOS).map(file => file.slice(0, -'.json'.length));
}

export function capturePath(name: string): string {
  return `${CAPTURES}/${name.replace('-', '/')}.pcap`;
}

export function scenarioPath(name: string): string {
  return `${SCENARIOS}/${name}.json`;
}

/** The only connection of the capture `name`. */
export function captured(name: string): Conversation {
  const { conversations } = conversationsOf(readCapture(readFileSync(capturePath(name))));
  if (conversations.length !== 1) throw new Error(`${name} has ${conversations.length} connections`);
  return conversations[0];
}

/** The scenario of the capture `name`, if there is one. */
export function scenarioOf(name: string): Scenario | undefined {
  const path = scenarioPath(name);
  return existsSync(path) ? readScenario(readFileSync(path, 'utf8')) : undefined;
}
