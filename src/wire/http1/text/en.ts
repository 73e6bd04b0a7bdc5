// HTTP/1.1's fields explained in English. Sections are RFC 9112's and RFC 9110's.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  'HTTP-message': {
    label: 'HTTP message',
    text: 'A start line, field lines, an empty line and perhaps a body. The head is text, so that people can read it; the body is whatever Content-Type says.',
  },
  'request-line': {
    label: 'request line',
    text: 'Says what is wanted: a method, a target and the version, with one space between each.',
  },
  SP: { label: 'space', text: 'Exactly one space separates the parts of a start line.' },
  CRLF: {
    label: 'CR LF',
    text: 'Carriage return and line feed end a line. HTTP finds the end of a line only by them.',
  },
  method: {
    label: 'method',
    text: 'What shall be done with the target. RPC over HTTP uses POST: hand over the body and answer with the result. The procedure’s own name stands in the body.',
  },
  'request-target': {
    label: 'request target',
    text: 'Path on the server, here the place where calls are taken. The host itself stands in the Host field.',
  },
  'HTTP-version': {
    label: 'HTTP version',
    text: 'The version the sender speaks. From 1.1 on a connection stays open for the next message unless someone says close; in 1.0 it is the other way round.',
  },
  'status-line': { label: 'status line', text: 'Says how it went: version, status code, and a phrase for people.' },
  'status-code': {
    label: 'status code',
    text: 'Three digits: {value}. It speaks of HTTP alone. A fault of the called procedure is usually still sent with 200.',
  },
  'reason-phrase': { label: 'reason phrase', text: 'The status code in words. Programs ignore it.' },
  'field-line': { label: 'field', text: 'One property of the message: name, colon, value.' },
  colon: { label: 'colon', text: 'A colon ends the name; the space after it is optional and not part of the value.' },
  'field-name': {
    label: 'field name',
    text: 'Upper and lower case mean the same here, but every library has its own habit, by which it can be recognised.',
  },
  'field-value': { label: 'field value', text: 'The value of the field, as text.' },
  'content-length': {
    label: 'content length',
    text: 'The body has {value} bytes. TCP only delivers a stream, so the receiver needs this number to know where the message ends.',
  },
  'idempotency-key': {
    label: 'idempotency key',
    text: 'All attempts of one call carry this key, {value}, and no other call does: a server that has answered it gives the same answer again instead of executing the call once more.',
  },
  'empty-line': { label: 'empty line', text: 'A line with nothing in it: the end of the field lines.' },
  'message-body': {
    label: 'body',
    text: 'The {length} bytes that the message is about. HTTP carries them without looking inside.',
  },
  chunk: {
    label: 'chunk',
    text: 'A part of a body whose whole length the sender did not know when it began: size, data.',
  },
  'chunk-size': { label: 'chunk size', text: 'Number of bytes in this chunk in hexadecimal. Zero means: no more.' },
  'chunk-ext': {
    label: 'chunk extension',
    text: 'Extras of a chunk. A recipient ignores those that it does not know.',
  },
  'chunk-data': { label: 'chunk data', text: '{length} bytes of the body.' },
  'last-chunk': { label: 'last chunk', text: 'A chunk of size zero ends the body. Fields may follow it as a trailer.' },
} satisfies FormatTexts;
