// How long a client waits, as a header says it. gRPC over HTTP2, "Requests" (Timeout): up to eight digits and a unit.

/** Milliseconds of each unit: hours, minutes, seconds, milliseconds, microseconds, nanoseconds. */
const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };

/** As grpc-js writes it: in milliseconds, rounded up, as long as eight digits suffice. No deadline here is longer. */
export function grpcJsTimeout(ms: number): string {
  return `${Math.ceil(ms)}m`;
}

/** As the C core writes it: with three digits that count, rounded up, in the largest unit that says the same. timeout_encoding.cc of 1.51. */
export function coreTimeout(ms: number): string {
  const millis = roundedUp(Math.ceil(ms));
  if (millis % UNITS.S !== 0) return `${millis}m`;
  const seconds = roundedUp(millis / UNITS.S);
  if (seconds % 60 !== 0) return `${seconds}S`;
  const minutes = roundedUp(seconds / 60);
  return minutes % 60 !== 0 ? `${minutes}M` : `${minutes / 60}H`;
}

/** The milliseconds that `text` says; undefined when it says nothing that can be understood. */
export function timeoutIn(text: string | undefined): number | undefined {
  const match = /^(\d{1,8})([HMSmun])$/.exec(text ?? '');
  return match ? Number(match[1]) * UNITS[match[2]] : undefined;
}

function roundedUp(amount: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 2);
  return Math.ceil(amount / step) * step;
}
