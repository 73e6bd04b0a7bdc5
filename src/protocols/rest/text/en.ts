// The fields of REST-style JSON bodies explained in English.
import type { FormatTexts } from '../../../wire/bytes/explanation';
import { en as json } from '../../../wire/json/text/en';

export const en = {
  arguments: {
    label: 'arguments',
    text: 'The arguments by name, as one JSON object. Which function is meant is not here but in the request’s path.',
  },
  reply: {
    label: 'reply',
    text: 'The answer as one JSON object: a result, or an error. Whether it went well, the status in the head has said already.',
  },
  result: { label: 'result', text: 'The member that holds what the function returned.' },
  error: {
    label: 'error',
    text: 'The member that says what went wrong. Every service has a form of its own for it: no standard is followed by all.',
  },
  'begin-object': json['begin-object'],
  'end-object': json['end-object'],
  'name-separator': json['name-separator'],
  'value-separator': json['value-separator'],
} satisfies FormatTexts;
