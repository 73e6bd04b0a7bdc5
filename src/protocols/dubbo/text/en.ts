// The data of a Dubbo message explained in English: those of a request or a response, after the header.
import type { FormatTexts } from '../../../wire/bytes/explanation';
import { en as hessian } from '../../../wire/hessian2/text/en';

export const en = {
  'RPC request': {
    label: 'RPC request',
    text: 'The data of a call: Hessian 2 values in a row, in an order that both sides know. The call has come through Dubbo’s layers: proxy took it from the program, cluster chose a server, protocol made it a request, serialize writes it here; exchange adds the header, transport sends it all.',
  },
  'Dubbo version': {
    label: 'Dubbo version',
    text: 'Which version of Dubbo’s protocol the client speaks: {value}. From 2.0.2 on a response may carry attachments.',
  },
  'Service name': {
    label: 'service name',
    text: 'The interface that the client wants to call, as Java names it: {value}.',
  },
  'Service version': {
    label: 'service version',
    text: 'The version of that service: {value}. A server may offer several versions side by side.',
  },
  'Method name': {
    label: 'method name',
    text: 'The method to call. Java allows several of one name, so the parameter types follow.',
  },
  'Method parameter types': {
    label: 'parameter types',
    text: 'The types of the parameters as the Java virtual machine writes them: {value}. I is int, J long, D double, Z boolean, [B byte[]; Ljava/lang/String; is a class. They also say how many arguments follow.',
  },
  'Method arguments': { label: 'arguments', text: 'The values of the arguments, one for each parameter type.' },
  Attachments: {
    label: 'attachments',
    text: 'Texts by name that go along with the call or its result, as HTTP’s header fields do. Hessian writes them as a map.',
  },
  attachment: {
    label: 'attachment',
    text: 'A name and its text, such as which application is calling. The attachment idempotency-key is what a server knows a repeated call by.',
  },
  'RPC response': {
    label: 'RPC response',
    text: 'The data of a response: with the status OK a type and what the method returned or threw, with any other status a message. It goes back through the layers in reverse order: from protocol, which made the local call, to transport.',
  },
  'Return value type': {
    label: 'return value type',
    text: 'What follows: {value}. It is a Hessian int, so 90 to 95 stand for 0 to 5.',
  },
  'error message': {
    label: 'error message',
    text: 'Why the call failed: {value}. It stands here because the status in the header is not OK.',
  },
  'event data': { label: 'event data', text: 'What the event is: null means a heartbeat.' },
  'string length': hessian['string length'],
} satisfies FormatTexts;
