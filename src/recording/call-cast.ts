// The ten steps of one recorded call. Two of them are seen: the request and the reply on their way. The others are inferred from these, for
// a request must have been written by somebody, and a reply comes from somebody who has read the request.
//
// Simplified: each takes place at the moment of the packet that shows it. The time between request and reply is all told as the function's,
// though both stubs have their share in it. Calls that are under way at the same time are told each by itself, as if every one had
// stubs of its own.
import type { Outcome } from '../idl/value';
import { ProblemError } from '../problem/problem';
import type { StepNumber } from '../protocols/protocol';
import type { ActorId, Exchange } from '../trace/trace';
import type { RecordedExchange } from './exchanges';
import type { Cast, Teller } from './teller';

export class CallCast implements Cast {
  readonly states = { client: 'idle', clientStub: 'idle', serverStub: 'idle', server: 'idle' };
  private connected = true;
  private calls = 0;

  constructor(
    readonly exchange: number,
    private readonly recorded: RecordedExchange,
    /** The same calls, with the arguments in the order of the parameters. */
    private readonly told: Exchange,
    private readonly teller: Teller,
  ) {}

  factsOf(actor: ActorId) {
    if (actor === 'clientStub') {
      const [isConnected, wantsReply] = [this.connected, this.recorded.reply !== undefined || this.wantsResult()];
      const facts = {
        hasConnection: () => true,
        isConnected: () => isConnected,
        wantsReply: () => wantsReply,
      };
      return { key: `${isConnected} ${wantsReply}`, context: { facts } };
    }
    const [hasCallLeft, owesReply] = [this.hasCallLeft(), this.recorded.reply !== undefined];
    return {
      key: `${hasCallLeft} ${owesReply}`,
      context: { facts: { hasCallLeft: () => hasCallLeft, owesReply: () => owesReply } },
    };
  }

  /** Steps 1 and 2, and step 3 begins; with `connects` it begins with the handshake. */
  callsOut(connects: boolean): void {
    this.connected = !connects;
    this.send('client', 'call');
    this.step('client', 1);
    this.send('clientStub', 'call');
    this.step('clientStub', 2);
    this.teller.tell('clientStub', { type: 'encoded', message: this.recorded.request!.id }, this.exchange);
    this.send('clientStub', 'marshalled');
    this.step('clientStub', 3);
  }

  requestLeaves(): void {
    this.send('clientStub', 'connected');
  }

  requestArrives(): void {
    this.send('serverStub', 'octets arrive');
  }

  /** Step 4; and, where the request makes sense, step 5. What the function does, only the reply can tell. */
  requestIsIn(): void {
    const { request, requestProblem: problem } = this.recorded;
    this.send('clientStub', 'sent');
    this.send('serverStub', 'request complete');
    this.step('serverStub', 4);
    this.teller.tell(
      'serverStub',
      { type: 'decoded', message: request!.id, ...(problem && { problem }) },
      this.exchange,
    );
    this.send('serverStub', 'unmarshalled');
    if (problem) return;
    this.step('serverStub', 5);
    if (this.recorded.reply) this.execute();
    else if (!this.wantsResult()) this.clientGoesOn('acknowledged', []);
  }

  /** Steps 6 and 7, and step 8 begins. */
  replyLeaves(): void {
    const { reply, request, requestProblem } = this.recorded;
    if (request && !requestProblem) this.executeRest();
    this.step('serverStub', 7);
    this.teller.tell('serverStub', { type: 'encoded', message: reply!.id }, this.exchange);
    this.send('serverStub', 'marshalled');
    this.step('serverStub', 8);
  }

  replyArrives(): void {
    this.send('clientStub', 'octets arrive');
  }

  /** Steps 9 and 10. */
  replyIsIn(): void {
    const { reply, replyProblem: problem } = this.recorded;
    this.send('serverStub', 'sent');
    this.send('clientStub', 'reply complete');
    this.step('clientStub', 9);
    this.teller.tell('clientStub', { type: 'decoded', message: reply!.id, ...(problem && { problem }) }, this.exchange);
    this.clientGoesOn('unmarshalled', this.outcomes());
  }

  /** The client does not wait for the reply: step 10. */
  givesUp(): void {
    this.clientGoesOn('given up', [{ kind: 'threw', error: this.recorded.givenUpFor! }]);
  }

  private clientGoesOn(event: string, outcomes: readonly Outcome[]): void {
    this.send('clientStub', event);
    this.send('client', 'return');
    this.step('client', 10);
    this.teller.tell('client', { type: 'result', outcomes }, this.exchange);
  }

  /** The first call of the request begins. */
  private execute(): void {
    const { method, args } = this.told.calls[this.calls];
    this.send('server', 'call');
    this.teller.tell('server', { type: 'invoked', method, args }, this.exchange);
    this.step('server', 6);
  }

  /** The call under way ends, and those that follow it in the same message are made. */
  private executeRest(): void {
    for (;;) {
      this.endCall();
      this.calls++;
      this.send('serverStub', 'returned');
      if (!this.hasCallLeft()) return;
      this.step('serverStub', 5);
      this.execute();
    }
  }

  private endCall(): void {
    const { method, oneway } = this.told.calls[this.calls];
    const before = this.told.calls.slice(0, this.calls).filter(call => !call.oneway).length;
    const outcome = oneway ? undefined : this.recorded.outcomes[before]?.outcome;
    if (outcome) this.teller.tell('server', { type: 'completed', method, outcome }, this.exchange);
    this.send('server', outcome?.kind === 'threw' ? 'throw' : 'return');
  }

  private outcomes(): readonly Outcome[] {
    const { replyProblem, outcomes } = this.recorded;
    if (!replyProblem) return outcomes.map(({ outcome }) => outcome);
    const message = new ProblemError(replyProblem).message;
    return this.told.calls
      .filter(({ oneway }) => !oneway)
      .map(() => ({ kind: 'threw', error: { exception: 'ProtocolError', message } }));
  }

  private hasCallLeft(): boolean {
    return !this.recorded.requestProblem && this.calls < this.told.calls.length;
  }

  private wantsResult(): boolean {
    return this.told.calls.some(({ oneway }) => !oneway);
  }

  private step(actor: 'client' | 'clientStub' | 'serverStub' | 'server', step: StepNumber): void {
    this.teller.tell(actor, { type: 'step', step }, this.exchange);
  }

  private send(actor: keyof CallCast['states'], event: string): void {
    this.teller.send(this, actor, event);
  }
}
