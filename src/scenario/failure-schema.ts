// What a scenario says of failures, and of the means against them, as validate.ts checks it. What is missing is as in the canonical demo.
import * as v from 'valibot';
import { CANONICAL } from './canonical';
import type { Fault, Impairments } from './faults';
import type { Load } from './load';
import { type CallPolicy, USUAL_RETRY } from './policy';
import { LOAD_LIMITS, PATIENCE_LIMITS } from './rules';
import type { TcpOptions } from './tcp-options';
import { wholeNumber } from './whole-number';

const MAX_FAULTS = 200;
/** Bits of one frame that can be flipped. */
const MAX_BITS = 64;
/** An Ethernet frame around the largest IPv4 packet: 14 + 65535 octets. */
const LAST_BIT = (14 + 65_535) * 8 - 1;
/** Packets of a run, well above what it may have. */
const MAX_NTH = 1_000_000;
const HOUR = 3_600_000_000;

const time = wholeNumber(0, HOUR);
const duration = v.optional(wholeNumber(1, HOUR));
const way = v.picklist(['c2s', 's2c']);
const packet = v.strictObject({
  connection: wholeNumber(0, MAX_NTH),
  direction: way,
  nth: wholeNumber(0, MAX_NTH),
});
const when = v.union([
  v.strictObject({ at: time }),
  v.strictObject({ execution: wholeNumber(0, MAX_NTH), phase: v.picklist(['before', 'after']) }),
]);

const fault: v.GenericSchema<unknown, Fault> = v.variant('does', [
  ...(['drop', 'reorder', 'duplicate'] as const).map(does => v.strictObject({ does: v.literal(does), packet })),
  v.strictObject({ does: v.literal('delay'), packet, by: wholeNumber(1, HOUR) }),
  v.strictObject({
    does: v.literal('flip'),
    packet,
    bits: v.pipe(v.array(wholeNumber(0, LAST_BIT)), v.minLength(1), v.maxLength(MAX_BITS)),
  }),
  v.strictObject({ does: v.literal('partition'), from: time, until: v.optional(time), direction: v.optional(way) }),
  ...(['hang', 'crash', 'power-off', 'unreachable'] as const).map(does =>
    v.strictObject({ does: v.literal(does), when, lasts: duration }),
  ),
  v.strictObject({
    does: v.literal('stop-reading'),
    host: v.picklist(['client', 'server']),
    from: time,
    until: v.optional(time),
  }),
]);

export const faults: v.GenericSchema<unknown, readonly Fault[]> = v.optional(
  v.pipe(v.array(fault), v.maxLength(MAX_FAULTS)),
  [],
);

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const impairments: v.GenericSchema<unknown, Impairments> = v.optional(
  v.strictObject({
    loss: v.optional(share, CANONICAL.impairments.loss),
    duplication: v.optional(share, CANONICAL.impairments.duplication),
    reordering: v.optional(share, CANONICAL.impairments.reordering),
    corruption: v.optional(share, CANONICAL.impairments.corruption),
    jitter: v.optional(wholeNumber(0, 10_000_000), CANONICAL.impairments.jitter),
  }),
  {},
);

export const tcp: v.GenericSchema<unknown, TcpOptions> = v.optional(
  v.strictObject({
    congestionControl: v.optional(v.picklist(['cubic', 'new-reno']), CANONICAL.tcp.congestionControl),
    sack: v.optional(v.boolean(), CANONICAL.tcp.sack),
    windowScaling: v.optional(v.boolean(), CANONICAL.tcp.windowScaling),
    nagle: v.optional(v.boolean(), CANONICAL.tcp.nagle),
    keepAlive: v.optional(wholeNumber(1, 7_200_000)),
    receiveBuffer: v.optional(wholeNumber(1024, 32 * 1024 * 1024)),
  }),
  {},
);

const patience = wholeNumber(...PATIENCE_LIMITS);
const attempts = wholeNumber(1, 20);

export const policy: v.GenericSchema<unknown, CallPolicy> = v.optional(
  v.strictObject({
    timeout: v.optional(patience),
    retry: v.optional(
      v.strictObject({
        attempts: v.optional(attempts, USUAL_RETRY.attempts),
        backoff: v.optional(wholeNumber(0, 60_000), USUAL_RETRY.backoff),
        maxBackoff: v.optional(wholeNumber(0, 600_000), USUAL_RETRY.maxBackoff),
        factor: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(10)), USUAL_RETRY.factor),
        jitter: v.optional(v.picklist(['none', 'full']), USUAL_RETRY.jitter),
        evenIfExecuted: v.optional(v.boolean(), USUAL_RETRY.evenIfExecuted),
        budget: v.optional(share),
      }),
    ),
    hedge: v.optional(v.strictObject({ after: patience, attempts })),
    deduplication: v.optional(v.picklist(['none', 'memory', 'durable']), CANONICAL.policy.deduplication),
  }),
  {},
);

export const load: v.GenericSchema<unknown, Load> = v.optional(
  v.strictObject({
    rounds: v.optional(wholeNumber(...LOAD_LIMITS), CANONICAL.load.rounds),
    callers: v.optional(wholeNumber(...LOAD_LIMITS), CANONICAL.load.callers),
    workers: v.optional(wholeNumber(...LOAD_LIMITS), CANONICAL.load.workers),
  }),
  {},
);
