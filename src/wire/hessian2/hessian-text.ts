// Text as Hessian 2 writes it: a number of UTF-16 code units, each as UTF-8 by itself. Hessian 2.0 §4.12.
//
// TextDecoder would refuse half of a surrogate pair. Like Caucho's reader this one knows sequences of up to three octets, and does not
// ask whether a shorter one would have done.
import { SHORT_TEXT, shortAscii } from '../bytes/short-ascii';

/** Code units that are joined at once: a function takes only so many arguments. */
const RUN = 1024;
const units16 = new Uint16Array(RUN);

/** For long texts that are ASCII. */
const ascii = new TextDecoder();

/** Decodes parts of `octets`. */
export class HessianText {
  /** Where the decoded text ends, or the octet at which it stops being text. */
  end = 0;

  constructor(private readonly octets: Uint8Array) {}

  /** The next `units` code units from `at` on. Undefined when octets are missing or wrong. There must be `units` octets. */
  decode(at: number, units: number): string | undefined {
    this.end = at + units;
    const short = units <= SHORT_TEXT ? shortAscii(this.octets, at, units) : undefined;
    if (short !== undefined) return short;
    if (units > SHORT_TEXT && this.isAscii(at)) return ascii.decode(this.octets.subarray(at, this.end));
    this.end = at;
    let text = '';
    for (let left = units; left > 0; left -= RUN) {
      const count = Math.min(left, RUN);
      for (let i = 0; i < count; i++) {
        const unit = this.unit();
        if (unit < 0) return undefined;
        units16[i] = unit;
      }
      text += String.fromCharCode.apply(null, units16.subarray(0, count) as unknown as number[]);
    }
    return text;
  }

  private isAscii(at: number): boolean {
    const { octets, end } = this;
    let all = 0;
    for (let i = at; i < end; i++) all |= octets[i];
    return all < 0x80;
  }

  /** The next code unit, or -1: then `end` is the octet at fault. */
  private unit(): number {
    const { octets } = this;
    const first = octets[this.end];
    if (first < 0x80) {
      this.end++;
      return first;
    }
    const length = first >= 0xc0 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 0;
    if (length === 0) return -1;
    let unit = first & (length === 2 ? 0x1f : 0x0f);
    for (let i = 1; i < length; i++) {
      const octet = octets[++this.end];
      if ((octet & 0xc0) !== 0x80) return -1;
      unit = (unit << 6) | (octet & 0x3f);
    }
    this.end++;
    return unit;
  }
}
