// The receive window as a plain Linux host advertises it. RFC 9293 §3.8.6, RFC 7323 §2.

/** Shift count that a host offers whose receive buffer may grow to 32 MiB (net.ipv4.tcp_rmem), as in the captures. */
const USUAL_SHIFT = 10;
/** Half the default receive buffer (net.ipv4.tcp_rmem, 131072), and no more than an unscaled window can say. */
const INITIAL_SPACE = 65535;
/**
 * How far the window opens by itself: as far as captures of large uploads show it.
 * Simplified: Linux lets the buffer grow with the speed of the flow ("receive buffer autotuning"); here it stays.
 */
const LARGEST_WINDOW = 77 << USUAL_SHIFT;

/** The window of a SYN (never scaled) from a host that counts in segments of `mss` octets: a whole number of them, if one fits. */
export function initialWindow(mss: number, buffer = INITIAL_SPACE): number {
  const space = Math.min(INITIAL_SPACE, buffer);
  return space < mss ? space : Math.floor(space / mss) * mss;
}

/** The shift count that a host offers: the smallest with which a window can say all of `buffer`. Linux tcp_select_initial_window. */
export function shiftFor(buffer: number | undefined): number {
  if (buffer === undefined) return USUAL_SHIFT;
  let shift = 0;
  while (shift < 14 && buffer >>> shift > 0xffff) shift++;
  return shift;
}

/** The header's window field for a receiver that allows `octets`, rounded up as Linux does. */
export function windowField(octets: number, shift: number): number {
  return Math.min(0xffff, Math.ceil(octets / (1 << shift)));
}

/**
 * What the buffer grows to after a segment of `length` octets: full segments open it by two of their size, small ones do not.
 * `largest`: as the program has set it.
 */
export function grownBuffer(buffer: number, length: number, mss: number, largest = LARGEST_WINDOW): number {
  return length < mss || buffer >= largest ? buffer : Math.min(largest, buffer + 2 * mss);
}

/**
 * What a receiver may allow with `free` of its `buffer` left: nothing rather than little, so that the sender does not fall into small
 * segments. RFC 9293 §3.8.6.2.2; the figures are those of Linux (__tcp_select_window).
 */
export function allowance(free: number, buffer: number, mss: number): number {
  const isScarce = free < buffer / 2 && (free < buffer / 16 || free < mss);
  return isScarce ? 0 : Math.max(0, free);
}
