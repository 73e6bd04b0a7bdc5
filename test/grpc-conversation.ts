// A conversation between the two ends of gRPC, without TCP: each write arrives as it is, and flow control holds back what it holds back.
import type { ServiceInterface } from '../src/idl/types';
import type { Outcome } from '../src/idl/value';
import { ProblemError } from '../src/problem/problem';
import { grpc } from '../src/protocols/grpc/grpc';
import type {
  Call,
  ClientConnection,
  Invocation,
  Options,
  Outgoing,
  ServerConnection,
  ServerDeadline,
} from '../src/protocols/protocol';

/** What is done with a call of the service; undefined: the function does not end in time. */
export type Perform = (invocation: Invocation) => Outcome | undefined;

interface Conversation {
  /** Every write, in order. */
  readonly c2s: readonly Uint8Array[];
  readonly s2c: readonly Uint8Array[];
  readonly requests: readonly Outgoing[];
  readonly replies: readonly Outgoing[];
  readonly outcomes: readonly Outcome[];
}

interface Setting {
  readonly service: ServiceInterface;
  /** The service as the server has it. */
  readonly served?: ServiceInterface;
  readonly options: Options;
  readonly authority?: string;
  readonly now?: number;
  /** Who notices that the deadline of a call has passed before it hears of it from the other side. */
  readonly atDeadline?: 'client' | 'both';
}

/** Makes `calls` one after the other over one connection, and takes leave. */
export function converse(setting: Setting, calls: readonly Call[], perform: Perform): Conversation {
  return new Pump(setting, perform).run(calls);
}

class Pump {
  private readonly c2s: Uint8Array[] = [];
  private readonly s2c: Uint8Array[] = [];
  private readonly requests: Outgoing[] = [];
  private readonly replies: Outgoing[] = [];
  private readonly outcomes: Outcome[] = [];
  private readonly client: ClientConnection;
  private readonly server: ServerConnection;
  private readonly underWay: { toServer: boolean; octets: Uint8Array }[] = [];
  /** Of the call whose function has not ended. */
  private deadline: ServerDeadline | undefined;
  /** Messages that are not written to their end. */
  private held: { toServer: boolean; outgoing: Outgoing; write: number }[] = [];

  constructor(
    private readonly setting: Setting,
    private readonly perform: Perform,
  ) {
    const { service, served = service, options, authority = 'localhost:1', now = 0 } = setting;
    const context = { options, authority, now: () => now, random: () => 0 };
    this.client = grpc.openClient({ ...context, service }).connect();
    this.server = grpc.openServer({ ...context, service: served }).accept();
  }

  run(calls: readonly Call[]): Conversation {
    const opening = this.client.opening!();
    // The first request is marshalled before the connection is open.
    const first = this.client.request([calls[0]], false);
    this.write(true, opening);
    this.write(false, this.server.opening!());
    this.settle();
    calls.forEach((call, index) => {
      const request = index === 0 ? first : this.client.request([call], false);
      this.requests.push(request);
      this.write(true, request);
      this.settle();
      if (this.deadline) this.deadlinePasses(this.deadline);
    });
    for (const outgoing of this.client.farewell!()) this.write(true, outgoing);
    this.settle();
    const { c2s, s2c, requests, replies, outcomes } = this;
    return { c2s, s2c, requests, replies, outcomes };
  }

  private deadlinePasses({ after, passed }: ServerDeadline): void {
    const late = this.setting.atDeadline === 'both' ? passed() : [];
    const { options, authority = '' } = this.setting;
    const attempt = { authority, connected: true, waited: after, service: '', method: '' };
    const error = grpc.failure('deadline', options, attempt);
    this.outcomes.push({ kind: 'threw', error });
    for (const outgoing of this.client.giveUp!(this.requests.at(-1)!)) this.write(true, outgoing);
    for (const outgoing of late) this.write(false, outgoing);
    this.settle();
    this.deadline = undefined;
  }

  private write(toServer: boolean, outgoing: Outgoing): void {
    this.held.push({ toServer, outgoing, write: 0 });
    this.writeOn();
  }

  private writeOn(): void {
    this.held = this.held.filter(held => {
      const { outgoing, toServer } = held;
      const peer = toServer ? this.client : this.server;
      while (held.write < outgoing.writes.length && peer.mayWrite!(outgoing, held.write)) {
        const { pdu, writes } = outgoing;
        const octets = pdu.bytes.subarray(writes[held.write - 1] ?? 0, writes[held.write++]);
        (toServer ? this.c2s : this.s2c).push(octets);
        this.underWay.push({ toServer, octets });
      }
      return held.write < outgoing.writes.length;
    });
  }

  private settle(): void {
    for (let next = this.underWay.shift(); next; next = this.underWay.shift()) {
      if (next.toServer) this.atServer(next.octets);
      else this.atClient(next.octets);
      this.writeOn();
    }
    if (this.held.length > 0) throw new Error('a write is held back for ever');
  }

  private atServer(octets: Uint8Array): void {
    for (const { content, answers = [] } of this.server.receive(octets)) {
      for (const answer of answers) this.write(false, answer);
      if (!content) continue;
      if ('code' in content) throw new ProblemError(content);
      const ended = content.invocations.map(this.perform);
      const outcomes = ended.filter(outcome => outcome !== undefined);
      if (outcomes.length < ended.length) this.deadline = content.deadline;
      const reply = outcomes.length === ended.length && content.reply(outcomes);
      if (!reply) continue;
      this.replies.push(reply);
      this.write(false, reply);
    }
  }

  private atClient(octets: Uint8Array): void {
    for (const { content, answers = [] } of this.client.receive(octets)) {
      for (const answer of answers) this.write(true, answer);
      if (!content) continue;
      if ('code' in content) throw new ProblemError(content);
      this.outcomes.push(...content.outcomes);
    }
  }
}
