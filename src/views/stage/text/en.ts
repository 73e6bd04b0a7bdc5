// The stage in English.
import { formatCount, formatMicros } from '../../../i18n/format';
import type { MessageFacts, StageFacts } from '../facts';
import type { StageTexts } from '../text';
import { stop } from './full-stop';

const count = (n: number) => formatCount(n, 'en');
const bytes = (n: number) => (n === 1 ? '1 byte' : `${count(n)} bytes`);
const segments = (n: number) => (n === 1 ? 'one segment' : `${count(n)} segments`);
/** '148 of 339 B'; large sizes in kilobytes, for there is little room. */
const share = (part: number, whole: number) =>
  whole < 10_000
    ? `${count(part)} of ${count(whole)} B`
    : `${(part / 1000).toFixed(0)} of ${(whole / 1000).toFixed(0)} kB`;
const makeUp = (m: MessageFacts | undefined) => {
  if (!m) return 'a message';
  if (m.head === m.octets) return `${bytes(m.octets)} of ${m.headFormat} headers with nothing behind them`;
  if (m.head === 0) return `${bytes(m.octets)} of ${m.bodyFormat}`;
  return `${bytes(m.octets - m.head)} of ${m.bodyFormat} behind ${bytes(m.head)} of ${m.headFormat} headers`;
};
const more = (n: number) => (n === 1 ? 'one more call' : `${n} more calls`);
const theCall = (f: StageFacts) => (f.calls > 1 ? `${f.call} and ${more(f.calls - 1)}` : f.call);
const size = (m: MessageFacts | undefined) => bytes(m?.octets ?? 0);
const theArguments = (f: StageFacts) =>
  f.argCount === 0 ? ', without arguments,' : ` and the ${f.argCount === 1 ? 'argument' : 'arguments'} ${f.args}`;
/** How long it took, and how many bytes of messages: '80.6 ms and 597 bytes of messages'. */
const effort = (f: StageFacts) =>
  `${formatMicros(f.elapsed, 'en')} and ${bytes((f.request?.octets ?? 0) + (f.reply?.octets ?? 0))} of messages`;

export const en: StageTexts = {
  stage: 'The call’s way from the client to the server and back',
  intro: 'A remote procedure call, about to begin',
  recorded: 'A recorded call, told from its packets',
  recordedHint:
    'What the capture shows is told in the ten steps, and what it does not show is inferred. Press play, or go step by step.',
  noCalls: 'A recording without calls that can be told',
  noCallsHint: 'The packets are there all the same. If you know the protocol, choose it in the pane of the recording.',
  inferred: { c2s: 'not recorded: inferred from the request', s2c: 'not recorded: inferred from the reply' },
  stepOf: step => `Step ${step} of 10`,
  callOf: (call, calls) => `Call ${call} of ${calls}`,
  request: 'request',
  reply: 'reply',
  components: {
    client: 'Client',
    clientStub: 'Client stub',
    link: 'Network',
    serverStub: 'Server stub',
    server: 'Server',
    clientTcp: 'Client TCP',
    serverTcp: 'Server TCP',
  },
  endpoints: { clientTcp: 'Client TCP', serverTcp: 'Server TCP' },
  sides: { clientTcp: 'client', serverTcp: 'server' },
  processes: { client: 'client process', server: 'server process' },
  states: {
    idle: 'idle',
    waiting: 'waiting',
    'has result': 'has the outcome',
    done: 'done',
    'backing off': 'backs off',
    'waiting for a connection': 'waits for a connection',
    marshalling: 'marshalling',
    connecting: 'connecting',
    sending: 'sending',
    'awaiting acknowledgment': 'awaits ACK',
    'awaiting reply': 'awaits reply',
    receiving: 'receiving',
    unmarshalling: 'unmarshalling',
    calling: 'calls service',
    executing: 'executing',
    hung: 'hangs',
    'hung while executing': 'hangs',
    crashed: 'crashed',
    off: 'off',
    'not running': 'not running',
    empty: 'empty',
    carrying: 'carrying',
  },
  componentLabel: (name, state) => `${name}: ${state}`,
  goToStep: (step, title) => `Go to step ${step}: ${title}`,
  noSuchStep: step => `Step ${step} does not come in this call`,
  packet: (id, flags, octets, towards) =>
    `Packet ${id + 1}: ${flags}, ${octets === 0 ? 'no payload' : bytes(octets)}, to the ${towards === 'c2s' ? 'server' : 'client'}`,
  packets: (n, octets, towards) =>
    `${count(n)} packets, ${bytes(octets)} altogether, to the ${towards === 'c2s' ? 'server' : 'client'}`,
  octets: n => `${count(n)} B`,
  sent: (part, whole) => `${share(part, whole)} sent`,
  received: (part, whole) => `${share(part, whole)} here`,
  moreCalls: n => `+${n}`,
  situations: {
    before: f =>
      `Two programs on two machines: ${theCall(f)} will be ${f.calls > 1 ? 'made' : 'called'} in one and ${f.getsThrough ? '' : 'should be '}${f.ownAnswer ? 'answered' : 'executed'} in the other, in ${f.steps === 10 ? 'ten' : f.steps} steps. Press play, or go step by step.`,
    calls: f => {
      const waits = f.wanted === 0 ? 'will not wait for a value' : `waits for the ${f.wanted > 1 ? 'values' : 'value'}`;
      if (f.calls > 1)
        return `The program hands its stub ${f.calls} calls at once, the first of them ${f.call}, and ${waits}. The stub only stands in for the functions: the real ones run at ${f.server}.`;
      const real = f.ownAnswer ? `it can only ask ${f.server}` : `the real one runs at ${f.server}`;
      return `The program writes ${f.call} like any call and ${waits}. The function of that name on its own machine is only a stub: ${real}.`;
    },
    marshals: f =>
      f.calls > 1
        ? `Memory cannot be sent, bytes can: the stub writes down, for each of the ${f.calls} calls, the name and the arguments, in the notation that both sides have agreed on, ${f.request?.bodyFormat ?? ''}.`
        : `Memory cannot be sent, bytes can: the stub writes down the name ${f.method}${theArguments(f)} in the notation that both sides have agreed on, ${f.request?.bodyFormat ?? ''}.`,
    marshalled: f =>
      `${theCall(f)} ${f.calls > 1 ? 'are no longer calls: they are' : 'is no longer a call: it is'} now ${makeUp(f.request)}. Nothing has been sent yet.`,
    connects: f =>
      `No connection to ${f.server} is open, so TCP opens one first, with three packets: SYN, SYN ACK, ACK. The ${size(f.request)} wait until then.`,
    sends: f =>
      `TCP takes the ${size(f.request)} from ${f.client} to ${f.server} in ${segments(f.request?.segments ?? 0)} and numbers every byte, so that the other side can put them in order and say up to which one it has them.`,
    receives: f =>
      `All ${size(f.request)} are in. They are everything that the server stub knows of the call; it reads them by the same rules that wrote them.`,
    unmarshalled: f =>
      `From the bytes alone, the server stub has read ${theCall(f)}: the same ${f.calls > 1 ? 'methods' : 'method'}, the same values, in another memory.`,
    answersByItself: f =>
      f.failed > 0
        ? `The server stub has read ${theCall(f)}, but has nothing that it could call for it: it will answer with an error, and the service hears nothing of it.`
        : `The server stub has read ${theCall(f)}, and knows the answer itself: the service is not called.`,
    callsService: f => {
      if (f.localCalls < 2)
        return `Now it is an ordinary local call again: the stub calls ${f.localCall}. The function cannot tell that the caller is on another machine.`;
      if (f.localNumber === 1)
        return `The message holds ${f.localCalls} calls for the service, and the stub makes them one after the other: steps 5 and 6 come ${f.localCalls} times. First it calls ${f.localCall}, like any local function.`;
      return `Back to step 5, for the message holds ${f.localCalls} calls: number ${f.localNumber} is ${f.localCall}.`;
    },
    executes: f => `The service runs ${f.localMethod}. Everything else in this call is only the way here and back.`,
    returned: f => {
      if (f.localUnwanted)
        return `${f.localMethod} has returned ${f.localOutcome}, which goes no further: the call wanted no reply.`;
      const next =
        f.localNumber < f.localCalls ? ' The stub keeps it until the other calls of the message are made.' : '';
      return `${f.localMethod} has returned ${f.localOutcome}. Like any function, it hands the value to its caller, which is the stub.${next}`;
    },
    threw: f =>
      `${f.localMethod} has failed: ${stop(f.localOutcome)} ${f.localUnwanted ? 'Nobody will hear of it: the call wanted no reply.' : 'An exception cannot cross the network either, so the stub will write it down as a message.'}`,
    marshalsReply: f => {
      if (f.wanted === 0)
        return `There is no result to send, but ${f.reply?.headFormat ?? 'the protocol'} wants every request answered: the server stub writes a reply with nothing in it.`;
      if (f.failed === 0)
        return `The way back is the way there, mirrored: the server stub writes ${f.wanted > 1 ? 'the results' : 'the result'} down as ${f.reply?.bodyFormat ?? 'a message'}.`;
      return `An error travels like a result: the server stub writes ${f.failed < f.wanted ? 'both results and errors' : 'it'} down as ${f.reply?.bodyFormat ?? 'a message'}.`;
    },
    marshalledReply: f =>
      f.outcome === ''
        ? `The reply is ${makeUp(f.reply)}.`
        : `${f.outcome} ${f.wanted > 1 ? 'are' : 'is'} now ${makeUp(f.reply)}.`,
    sendsReply: f =>
      `${size(f.reply)} go back over the same connection in ${segments(f.reply?.segments ?? 0)}, from ${f.server} to ${f.client}.`,
    receivesReply: f =>
      `All ${size(f.reply)} are in. The client stub, which has been waiting all the while, reads them.`,
    unmarshalledReply: f => {
      if (f.outcome === '') return 'The client stub has read that the message has come through. It holds no result.';
      if (f.failed === 0)
        return `The client stub has read the ${f.wanted > 1 ? 'results' : 'result'} from the bytes: ${stop(f.outcome)}`;
      return `The client stub has read from the bytes ${f.failed < f.wanted ? 'results and errors' : 'that the call has failed'}: ${stop(f.outcome)}`;
    },
    hasResult: f => {
      if (f.calls === 1)
        return `${f.call} returns ${f.outcome}, as a local function would. In between lie ${effort(f)}.`;
      const who =
        f.wanted < f.calls
          ? `Of the ${f.calls} calls, ${f.wanted} wanted a reply and have`
          : `All ${f.calls} calls have`;
      return `${who} returned: ${stop(f.outcome)} In between lie ${effort(f)}.`;
    },
    hasError: f =>
      f.calls === 1
        ? `${f.call} throws in the client what happened on the server: ${stop(f.outcome)} In between lie ${effort(f)}.`
        : `Of the ${f.calls} calls, ${f.failed} ${f.failed === 1 ? 'has' : 'have'} failed: ${stop(f.outcome)} In between lie ${effort(f)}.`,
    wantedNoReply: f =>
      `${theCall(f)} wanted no result: the client knows that the bytes have arrived, and nothing about what came of them.`,
    closes: f =>
      `${f.calls > 1 || f.exchanges > 1 ? 'The calls are' : 'The call is'} over, and the ${f.closer === 'c2s' ? 'client' : 'server'} closes the connection: each side says FIN, and the other acknowledges it.`,
    closed: f => {
      if (f.isPart) return `The connection is closed. ${count(f.packets)} of its packets belong to this call.`;
      const others =
        f.connections > 1 ? `; the ${f.connections} connections of this run took ${count(f.allPackets)}` : '';
      return `The connection is closed. It took ${count(f.packets)} packets in all, there and back${others}.`;
    },
  },
};
