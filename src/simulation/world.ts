// What the parts of a run share.

import type { ServiceInterface } from '../idl/types';
import type { SessionContext } from '../protocols/protocol';
import type { Slab } from '../wire/bytes/slab';
import type { ActorSystem } from './actors';
import type { Link } from './path/link';
import type { Plan } from './plan';
import { type RandomPurpose, randomNumbers } from './random';
import type { Recorder } from './recorder';
import type { Timer, VirtualClock } from './virtual-clock';

export interface World {
  readonly plan: Plan;
  readonly clock: VirtualClock;
  readonly recorder: Recorder;
  readonly system: ActorSystem;
  readonly link: Link;
  /** Memory for the frames of the run. */
  readonly slab: Slab;
}

/** Does `task` in `delay` microseconds, because of what happens now. */
export function later({ clock, recorder }: World, delay: number, task: () => void): Timer {
  const { cause } = recorder;
  return clock.schedule(delay, () => recorder.because(cause, task));
}

/** `host:port` of the server, as a client writes it. */
export function authorityOf({ scenario: { hosts } }: Plan): string {
  return `${hosts.server.address}:${hosts.server.port}`;
}

/** What a protocol is given on one side of the conversation. */
export function sessionContext(world: World, service: ServiceInterface, purpose: RandomPurpose): SessionContext {
  const { plan, clock } = world;
  const { seed, startedAt } = plan.scenario;
  const startMs = Date.parse(startedAt);
  return {
    service,
    options: plan.options,
    authority: authorityOf(plan),
    now: () => startMs + Math.floor(clock.now() / 1000),
    random: randomNumbers(seed, purpose),
  };
}
