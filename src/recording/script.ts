// What is to be told of calls before and after each packet of a recorded connection.
import type { Exchange } from '../trace/trace';
import type { Conversation } from '../wire/reassembly/conversations';
import { CallCast } from './call-cast';
import type { RecordedExchange } from './exchanges';
import type { ExchangeOf } from './owners';
import type { PlacedMessage, Placement } from './placed-messages';
import type { Teller } from './teller';

export class Script {
  private readonly prelude = new Map<number, (() => void)[]>();
  private readonly sequel = new Map<number, (() => void)[]>();

  constructor(
    private readonly conversation: Conversation,
    { messages }: Placement,
    recorded: readonly RecordedExchange[],
    exchanges: readonly Exchange[],
    exchangeOf: ExchangeOf,
    teller: Teller,
  ) {
    for (const message of messages) {
      const actor = message.dissected.direction === 'c2s' ? 'clientStub' : 'serverStub';
      const { exchange, isControl } = exchangeOf(message);
      if (isControl)
        add(this.prelude, message.first, () => teller.tell(actor, { type: 'control', message: message.id }, exchange));
    }
    for (const [index, exchange] of recorded.entries())
      this.write(exchange, new CallCast(index, exchange, exchanges[index], teller));
  }

  before(packet: number): void {
    for (const tell of this.prelude.get(packet) ?? []) tell();
  }

  after(packet: number): void {
    for (const tell of this.sequel.get(packet) ?? []) tell();
  }

  private write({ request, reply, givenUp }: RecordedExchange, cast: CallCast): void {
    if (request) this.writeRequest(request, cast, reply?.first);
    if (request && givenUp) this.writeGivingUp(givenUp, request, cast);
    if (!reply) return;
    const leaves = Math.max(reply.first, request?.first ?? 0);
    add(this.prelude, leaves, () => cast.replyLeaves());
    if (givenUp) return;
    if (leaves < reply.last) add(this.sequel, leaves, () => cast.replyArrives());
    add(this.sequel, reply.last, () => cast.replyIsIn());
  }

  private writeGivingUp({ first }: PlacedMessage, request: PlacedMessage, cast: CallCast): void {
    if (first > request.last) add(this.prelude, first, () => cast.givesUp());
    else add(this.sequel, request.last, () => cast.givesUp());
  }

  /** The first request waits for the handshake, if the recording has it. A reply may come before the request has ended: it has been read then. */
  private writeRequest(
    { first, last, dissected }: PlacedMessage,
    cast: CallCast,
    replied = Number.POSITIVE_INFINITY,
  ): void {
    const connects = cast.exchange === 0 && this.conversation.segments[0].syn;
    add(this.prelude, connects ? 0 : first, () => cast.callsOut(connects));
    add(this.prelude, first, () => cast.requestLeaves());
    const isCut = dissected.isLast && dissected.says?.kind === 'unreadable';
    if (isCut && replied === Number.POSITIVE_INFINITY) return;
    if (first < Math.min(last, replied)) add(this.sequel, first, () => cast.requestArrives());
    if (last < replied) add(this.sequel, last, () => cast.requestIsIn());
    else add(this.prelude, Math.max(first, replied), () => cast.requestIsIn());
  }
}

function add(script: Map<number, (() => void)[]>, packet: number, tell: () => void): void {
  const there = script.get(packet);
  if (there) there.push(tell);
  else script.set(packet, [tell]);
}
