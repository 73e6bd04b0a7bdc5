// The stage in English.
import { formatCount, formatMicros } from '../../../i18n/format';
import type { MessageFacts, StageFacts } from '../facts';
import type { StageTexts } from '../text';

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
  if (m.head === 0) return `${bytes(m.octets)} of ${m.bodyFormat}`;
  return `${bytes(m.octets - m.head)} of ${m.bodyFormat} behind ${bytes(m.head)} of ${m.headFormat} headers`;
};
const theCall = (f: StageFacts) => (f.calls > 1 ? `${f.call} and ${f.calls - 1} more` : f.call);
const size = (m: MessageFacts | undefined) => bytes(m?.octets ?? 0);

export const en: StageTexts = {
  stage: 'The call’s way from the client to the server and back',
  intro: 'A remote procedure call, about to begin',
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
    clientTcp: 'Client’s TCP',
    serverTcp: 'Server’s TCP',
  },
  endpoints: { clientTcp: 'TCP, client', serverTcp: 'TCP, server' },
  sides: { clientTcp: 'client', serverTcp: 'server' },
  processes: { client: 'client process', server: 'server process' },
  states: {
    idle: 'idle',
    waiting: 'waiting',
    'has result': 'has the result',
    done: 'done',
    marshalling: 'marshalling',
    connecting: 'connecting',
    sending: 'sending',
    'awaiting acknowledgment': 'awaits ACK',
    'awaiting reply': 'awaits reply',
    receiving: 'receiving',
    unmarshalling: 'unmarshalling',
    calling: 'calls service',
    executing: 'executing',
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
      `Two programs on two machines: ${theCall(f)} will be called in one and executed in the other, in ten steps. Press play, or step with the arrow keys.`,
    calls: f =>
      `The program writes ${theCall(f)} like any call and waits for the value. The function of that name it calls is only a stub: the real one runs at ${f.server}.`,
    marshals: f =>
      `Memory cannot be sent, bytes can: the stub writes down the name ${f.method} and the arguments ${f.args || '(none)'} in the notation that both sides have agreed on, ${f.request?.bodyFormat ?? ''}.`,
    marshalled: f =>
      `${theCall(f)} ${f.calls > 1 ? 'are no longer calls: they are' : 'is no longer a call: it is'} now ${makeUp(f.request)}. Nothing has been sent yet.`,
    connects: f =>
      `No connection to ${f.server} is open, so TCP opens one first: SYN, SYN ACK, ACK. The ${size(f.request)} wait until then.`,
    sends: f =>
      `TCP takes the ${size(f.request)} from ${f.client} to ${f.server} in ${segments(f.request?.segments ?? 0)} and numbers every byte, so that the other side can acknowledge each and put them in order.`,
    receives: f =>
      `All ${size(f.request)} are in. They are everything that the server stub knows of the call; it reads them by the same rules that wrote them.`,
    unmarshalled: f =>
      `From the bytes alone, the server stub has read ${theCall(f)}: the same method, the same values, in another memory.`,
    notUnderstood: (_f, problem) => `The server stub cannot understand the message: ${problem}`,
    answersByItself: f =>
      `The server stub has read ${theCall(f)}, but the service is not asked: the stub answers this by itself.`,
    callsService: f =>
      `Now it is an ordinary local call again: the stub calls ${f.localCall}. The function cannot tell that the caller is on another machine.`,
    executes: f => `The service runs ${f.localMethod}. Everything else in this call is only the way here and back.`,
    returned: f =>
      `${f.localMethod} has returned ${f.localOutcome}. Like any function, it hands the value to its caller, which is the stub.`,
    threw: f =>
      `${f.localMethod} has failed with ${f.localOutcome}. An exception cannot cross the network either, so the stub will write it down as a message.`,
    marshalsReply: f =>
      `The way back is the way there, mirrored: the server stub writes the outcome down as ${f.reply?.bodyFormat ?? 'a message'}.`,
    marshalledReply: f => `${f.outcome === '' ? 'The answer' : f.outcome} is now ${makeUp(f.reply)}.`,
    sendsReply: f =>
      `${size(f.reply)} go back over the same connection in ${segments(f.reply?.segments ?? 0)}, from ${f.server} to ${f.client}.`,
    receivesReply: f =>
      `All ${size(f.reply)} are in. The client stub, which has been waiting all the while, reads them.`,
    unmarshalledReply: f => `The client stub has read the outcome from the bytes: ${f.outcome}.`,
    replyNotUnderstood: (_f, problem) => `The client stub cannot understand the reply: ${problem}`,
    hasResult: f =>
      `${theCall(f)} ${f.calls > 1 ? 'return' : 'returns'} ${f.outcome}, as ${f.calls > 1 ? 'local functions' : 'a local function'} would. In between lie ${formatMicros(f.elapsed, 'en')} and ${bytes((f.request?.octets ?? 0) + (f.reply?.octets ?? 0))} of messages.`,
    hasError: f =>
      `${theCall(f)} ${f.calls > 1 ? 'bring' : 'throws in the client'} what happened on the server: ${f.outcome}. It took ${formatMicros(f.elapsed, 'en')} to learn of it.`,
    wantedNoReply: f =>
      `${theCall(f)} wanted no reply: the client knows that the bytes have arrived, and nothing about what came of them.`,
    closes: f =>
      `The call is over, and the ${f.closer === 'c2s' ? 'client' : 'server'} closes the connection: each side says FIN, and the other acknowledges it.`,
    closed: f => `The connection is closed. The run took ${count(f.packets)} packets for ${theCall(f)}.`,
  },
};
