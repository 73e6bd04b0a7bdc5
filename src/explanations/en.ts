// Every format's explanations in English. Loaded when English is chosen.
import type { Explanations } from '../wire/bytes/explanation';

export const en: Explanations = {
  bytes: { unknown: { label: 'unknown', text: 'No rule of the format explains these {length} bytes.' } },
};
