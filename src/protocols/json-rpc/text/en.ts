// JSON-RPC's fields explained in English. Sections are those of the JSON-RPC 2.0 specification.
import type { FormatTexts } from '../../../wire/bytes/explanation';
import { en as json } from '../../../wire/json/text/en';

export const en = {
  request: {
    label: 'request object',
    text: 'One call: which method, with which arguments, and under which id the answer is to come. Without an id it is a notification.',
  },
  response: {
    label: 'response object',
    text: 'The answer to one request: it has the request’s id and either a result or an error, never both.',
  },
  batch: {
    label: 'batch',
    text: 'An array of requests sent together, or of their responses. The responses may come in any order, and notifications have none.',
  },
  jsonrpc: {
    label: 'jsonrpc',
    text: 'The member that names the version. JSON-RPC 1.0 lacks it, which is how the two are told apart.',
  },
  version: {
    label: 'version',
    text: 'Must be exactly the text "2.0". A server for 2.0 answers anything else with “Invalid request”.',
  },
  method: { label: 'method', text: 'The member that says which function to call.' },
  'method-name': {
    label: 'method name',
    text: 'The function’s name as text: the server looks it up in its table of functions. Names that begin with “rpc.” are reserved.',
  },
  params: {
    label: 'params',
    text: 'The arguments: an array gives them by position, an object by name. What each one means, only the interface says.',
  },
  id: {
    label: 'id',
    text: 'The client chooses it and the server sends it back, so that the client knows which call a response belongs to.',
  },
  'id-value': {
    label: 'id value',
    text: 'The call’s number or name, here {value}. It is null where the server could not read the request’s id.',
  },
  result: { label: 'result', text: 'What the function returned. It is there only when the call succeeded.' },
  error: {
    label: 'error',
    text: 'Why the call failed. In version 2.0 it stands instead of the result; in 1.0 it is always there, null on success.',
  },
  'error-object': {
    label: 'error object',
    text: 'Tells the failure to programs (code), to people (message) and in detail (data).',
  },
  code: {
    label: 'code',
    text: 'A whole number for programs. From -32768 to -32000 it belongs to JSON-RPC: -32601 is “Method not found”. The others are the service’s own.',
  },
  message: { label: 'message', text: 'One short sentence for people.' },
  data: {
    label: 'data',
    text: 'Anything more that the server says of the error. Its form is the service’s own affair.',
  },
  delimiter: {
    label: 'delimiter',
    text: 'A line feed ends the message: a TCP stream has no boundaries of its own. Inside strings JSON escapes line feeds, so it is never mistaken.',
  },
  'begin-object': json['begin-object'],
  'end-object': json['end-object'],
  'begin-array': json['begin-array'],
  'end-array': json['end-array'],
  'name-separator': json['name-separator'],
  'value-separator': json['value-separator'],
  'quotation-mark': json['quotation-mark'],
} satisfies FormatTexts;
