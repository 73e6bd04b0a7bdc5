// The options of Dubbo, which the editor's form and the validation of scenarios know before the rest is loaded.
import type { OptionSchema } from '../protocol';

export const options = {
  /** npm dubbo2.js, whose arguments carry Java types, or npm sofa-rpc-node with dubbo-remoting, whose arguments are plain JavaScript. */
  client: { choices: ['dubbo2', 'sofa'] },
  /** npm sofa-rpc-node with dubbo-remoting, or npm apache-dubbo-service. */
  server: { choices: ['sofa', 'apache'] },
  /** What dubbo2.js says it speaks. A response has attachments from 2.0.2 on; only apache-dubbo-service writes them. */
  dubboVersion: { choices: ['2.0.0', '2.0.2'] },
  /** How dubbo2.js names the types of numbers and booleans: int or java.lang.Integer. */
  types: { choices: ['primitive', 'boxed'] },
  /** What the server's functions return: values with Java types, or plain JavaScript. */
  results: { choices: ['typed', 'plain'] },
  /** Before the client closes the connection, it asks once whether the server is alive. */
  heartbeat: { choices: [false, true] },
} as const satisfies OptionSchema;
