// The names that a message's fields are called by in its values, each kept once.

/** Names, numbered from 0 in the order in which they come. */
export class Names {
  readonly all: string[] = [];
  private readonly numbers = new Map<string, number>();
  private last = -1;

  numberOf(name: string): number {
    // Structs of one type name their members in one order: what came after the last name before is likely to come again.
    const guess = this.last + 1;
    this.last = this.all[guess] === name ? guess : this.lookedUp(name);
    return this.last;
  }

  private lookedUp(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}
