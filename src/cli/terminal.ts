// What a command needs of the outside world, so that tests can run commands without one.
export interface Terminal {
  /** Writes to the standard output. */
  print(text: string): void;
  /** Writes to the standard error. */
  complain(text: string): void;
  /** The octets of a file; "-" is the standard input. Throws as node:fs does. */
  read(path: string): Uint8Array;
  write(path: string, octets: Uint8Array): void;
}

/** A command cannot do what it is asked to. Its message is for the person at the terminal. Exit status 1. */
export class CommandError extends Error {}

/** {@link Terminal.read}, with a sentence in place of the system's error. */
export function readOrFail(terminal: Terminal, path: string): Uint8Array {
  try {
    return terminal.read(path);
  } catch (error) {
    throw new CommandError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

/** {@link Terminal.write}, with a sentence in place of the system's error. */
export function writeOrFail(terminal: Terminal, path: string, octets: Uint8Array): void {
  try {
    terminal.write(path, octets);
  } catch (error) {
    throw new CommandError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
