// What can be said of a text while it is written: its language, its services, the interface of one of them, or the fault.
import { type ImportedInterface, interfaceOf } from '../../../idl-import/idl-file';
import { type IdlLanguage, languageOf } from '../../../idl-import/language';
import { Notes } from '../../../idl-import/notes';
import { readIdl } from '../../../idl-import/read-idl';
import { type Problem, ProblemError } from '../../../problem/problem';

/** A text and what has been chosen about it. */
export interface Source {
  readonly text: string;
  readonly fileName?: string;
  /** What the learner says that it is. */
  readonly language?: IdlLanguage;
  readonly service?: string;
}

export interface Reading {
  readonly language?: IdlLanguage;
  readonly services: readonly string[];
  /** The one that is imported. */
  readonly service?: string;
  readonly result?: ImportedInterface;
  readonly problem?: Problem;
}

export function readSource({ text, fileName, language: said, service: chosen }: Source): Reading {
  const language = said ?? languageOf(text, fileName);
  if (!language || text.trim() === '') return { language, services: [] };
  try {
    const file = readIdl(text, language);
    const { services } = file;
    const service = services.find(name => name === chosen) ?? services[0];
    return { language, services, service, result: interfaceOf(file, service, new Notes()) };
  } catch (error) {
    if (error instanceof ProblemError) return { language, services: [], problem: error.problem };
    throw error;
  }
}
