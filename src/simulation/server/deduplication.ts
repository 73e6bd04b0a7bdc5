// What the server has answered, by the key of the call: a call that comes again is not executed again.
// draft-ietf-httpapi-idempotency-key-header §2.6 and §2.7, for every protocol that has a place for the key.
import type { Outcome } from '../../idl/value';

/**
 * An answer is kept at the moment at which the effect is there: durably together with it, or in the memory of the program.
 * Simplified: it is kept for ever. A call that comes again while it is being executed waits for its end. The draft has HTTP servers answer
 * 409 Conflict, and in gRPC it would be ABORTED: then the client has to come once more, on another ground than its own impatience.
 */
export class KnownAnswers {
  private readonly answers = new Map<string, Outcome>();
  private readonly underWay = new Map<string, (() => void)[]>();

  constructor(private readonly isDurable: boolean) {}

  answerTo(key: string): Outcome | undefined {
    return this.answers.get(key);
  }

  /** Whether the call with `key` is to be executed now. Otherwise it is under way, and `again` is done when it has ended. */
  claim(key: string, again: () => void): boolean {
    const waiting = this.underWay.get(key);
    waiting?.push(again);
    if (!waiting) this.underWay.set(key, []);
    return waiting === undefined;
  }

  /** The call with `key` has been executed. */
  keep(key: string, outcome: Outcome): void {
    this.answers.set(key, outcome);
  }

  /** Who waits for the call with `key` need wait no longer. */
  release(key: string): void {
    const waiting = this.underWay.get(key) ?? [];
    this.underWay.delete(key);
    for (const again of waiting) again();
  }

  /** The program has ended. What it was about was not executed. */
  forget(): void {
    this.underWay.clear();
    if (!this.isDurable) this.answers.clear();
  }
}
