// What each step of the programs costs: the cost model of a run.
// The figures are of the order that captures of Python's xmlrpc peers on one host show (connect to first write 90 µs, request to
// reply about 0.8 ms, reply to close 50 to 400 µs), rounded. They depend on nothing but the number of octets, so that a run is
// the same everywhere. Simplified: the TCP/IP stack and the operating system's scheduling cost nothing.
import type { Micros } from '../trace/trace';

/** The client calls the stub's function, or the stub returns to it: a local call. */
export const LOCAL_CALL: Micros = 5;
/** Between two writes of one message to the socket: a system call and what the program does in between. */
export const BETWEEN_WRITES: Micros = 20;
/** From the last write to the moment when the stub goes on. */
export const AFTER_WRITE: Micros = 10;
/** From the end of the peer's stream, or of the last exchange, to the call of CLOSE. */
export const CLOSE: Micros = 50;
/** The client program's own work between two calls. */
export const BETWEEN_CALLS: Micros = 100;

/** Turning values into a message of `octets`. */
export function marshalCost(octets: number): Micros {
  return 60 + Math.ceil(octets * 0.02);
}

/** Turning a message of `octets` into values. Reading costs more than writing: the text has to be parsed. */
export function unmarshalCost(octets: number): Micros {
  return 80 + Math.ceil(octets * 0.03);
}
