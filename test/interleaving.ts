// Several calls under way on one connection, in any order: who writes next, how far octets have come, and which function ends first is drawn.
import type { ServiceInterface } from '../src/idl/types';
import type { Outcome } from '../src/idl/value';
import { ProblemError } from '../src/problem/problem';
import type {
  Call,
  ClientConnection,
  Incoming,
  Invocation,
  Options,
  Outgoing,
  Protocol,
  Reply,
  Request,
  ServerConnection,
} from '../src/protocols/protocol';
import { openEnds } from './protocol-laws';

interface Setting {
  readonly service: ServiceInterface;
  readonly options: Options;
  readonly calls: readonly Call[];
  /** Numbers of calls that are given up at some time, if their replies have not come. */
  readonly givenUp?: ReadonlySet<number>;
  perform(invocation: Invocation): Outcome;
  /** A whole number from 0 to `below` - 1. */
  draw(below: number): number;
}

interface Interleaved {
  /** What each call ended with; a call that was given up has nothing. */
  readonly outcomes: readonly (readonly Outcome[] | undefined)[];
  /** All octets of each direction. */
  readonly c2s: Uint8Array;
  readonly s2c: Uint8Array;
}

interface Writing {
  readonly outgoing: Outgoing;
  write: number;
}

/** Makes all calls of the setting, and goes on until nothing is left to do. */
export function interleave(protocol: Protocol, setting: Setting): Interleaved {
  return new Pump(protocol, setting).run();
}

class Pump {
  private readonly client: ClientConnection;
  private readonly server: ServerConnection;
  private readonly writing = { client: [] as Writing[], server: [] as Writing[] };
  private readonly wires = { client: [] as number[], server: [] as number[] };
  private readonly read = { client: 0, server: 0 };
  /** How many writers have been refused since something changed. */
  private readonly refused = { client: 0, server: 0 };
  private readonly requests: Outgoing[] = [];
  private readonly executing: Request[] = [];
  private readonly outcomes: (readonly Outcome[] | undefined)[] = [];
  private readonly unanswered: Outgoing[] = [];

  constructor(
    protocol: Protocol,
    private readonly setting: Setting,
  ) {
    const { client, server } = openEnds(protocol, setting.service, setting.options);
    this.client = client;
    this.server = server;
  }

  run(): Interleaved {
    for (const end of ['client', 'server'] as const) {
      const opening = this[end].opening?.();
      if (opening) this.put(end, opening.pdu.bytes);
    }
    for (let steps = this.possible(); steps.length > 0; steps = this.possible())
      steps[this.setting.draw(steps.length)]();
    const { client, server } = this.writing;
    if (client.length + server.length > 0) throw new Error('a write is held back for ever');
    return {
      outcomes: this.outcomes,
      c2s: Uint8Array.from(this.wires.client),
      s2c: Uint8Array.from(this.wires.server),
    };
  }

  /** What can happen next. */
  private possible(): (() => void)[] {
    return [
      ...this.requesting(),
      ...this.givingUp(),
      ...this.writes('client'),
      ...this.writes('server'),
      ...this.ending(),
      ...this.reading(),
    ];
  }

  private requesting(): (() => void)[] {
    const index = this.requests.length;
    return index < this.setting.calls.length ? [() => this.request(index)] : [];
  }

  private request(index: number): void {
    const outgoing = this.client.request([this.setting.calls[index]], false);
    this.requests.push(outgoing);
    this.unanswered.push(outgoing);
    this.writing.client.push({ outgoing, write: 0 });
  }

  private writes(end: 'client' | 'server'): (() => void)[] {
    if (end === 'client' && this.client.isReady?.() === false) return [];
    if (this.refused[end] >= this.writing[end].length) return [];
    return this.writing[end].map(writing => () => this.writeOn(end, writing));
  }

  private writeOn(end: 'client' | 'server', writing: Writing): void {
    const peer = this[end];
    const { outgoing } = writing;
    if (peer.isAbandoned?.(outgoing)) {
      this.done(end, writing);
      return;
    }
    if (peer.mayWrite?.(outgoing, writing.write) === false) {
      // The next one is asked first.
      this.writing[end].push(...this.writing[end].splice(this.writing[end].indexOf(writing), 1));
      this.refused[end]++;
      return;
    }
    this.refused[end] = 0;
    const { pdu, writes } = outgoing;
    this.put(end, pdu.bytes.subarray(writes[writing.write - 1] ?? 0, writes[writing.write]));
    if (++writing.write === writes.length) this.done(end, writing);
  }

  private done(end: 'client' | 'server', writing: Writing): void {
    this.writing[end].splice(this.writing[end].indexOf(writing), 1);
  }

  private givingUp(): (() => void)[] {
    const { givenUp } = this.setting;
    const left = this.unanswered.filter(request => givenUp?.has(this.requests.indexOf(request)));
    return left.map(request => () => {
      this.unanswered.splice(this.unanswered.indexOf(request), 1);
      for (const { pdu } of this.client.giveUp?.(request) ?? []) this.put('client', pdu.bytes);
      this.refused.client = 0;
    });
  }

  private put(end: 'client' | 'server', octets: Uint8Array): void {
    for (const octet of octets) this.wires[end].push(octet);
  }

  private ending(): (() => void)[] {
    return this.executing.map((request, index) => () => {
      this.executing.splice(index, 1);
      const outgoing = request.reply(request.invocations.map(invocation => this.setting.perform(invocation)));
      if (outgoing) this.writing.server.push({ outgoing, write: 0 });
      this.refused.server = 0;
    });
  }

  private reading(): (() => void)[] {
    return (['client', 'server'] as const)
      .filter(sender => this.read[sender] < this.wires[sender].length)
      .map(sender => () => {
        const from = this.read[sender];
        const left = this.wires[sender].length - from;
        this.read[sender] += 1 + (this.setting.draw(2) === 0 ? this.setting.draw(left) : left - 1);
        const octets = Uint8Array.from(this.wires[sender].slice(from, this.read[sender]));
        this.refused.client = this.refused.server = 0;
        if (sender === 'client') this.atServer(octets);
        else this.atClient(octets);
      });
  }

  private atServer(octets: Uint8Array): void {
    for (const { content, answers = [] } of this.server.receive(octets)) {
      for (const { pdu } of answers) this.put('server', pdu.bytes);
      if (content && 'code' in content) throw new ProblemError(content);
      if (content) this.executing.push(content);
    }
  }

  private atClient(octets: Uint8Array): void {
    for (const incoming of this.client.receive(octets)) {
      for (const { pdu } of incoming.answers ?? []) this.put('client', pdu.bytes);
      this.answered(incoming);
    }
  }

  private answered({ content, to }: Incoming<Reply>): void {
    if (!content) return;
    if ('code' in content) throw new ProblemError(content);
    const request = to ?? this.unanswered[0];
    this.unanswered.splice(this.unanswered.indexOf(request), 1);
    this.outcomes[this.requests.indexOf(request)] = content.outcomes;
  }
}
