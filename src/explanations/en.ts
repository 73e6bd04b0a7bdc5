// Every format's explanations in English. Loaded when English is chosen.
import type { Explanations } from '../wire/bytes/explanation';
import { en as json } from '../wire/json/text/en';

export const en: Explanations = {
  bytes: { unknown: { label: 'unknown', text: 'No rule of the format explains these {length} bytes.' } },
  json,
};
