// The receive window as a plain Linux host advertises it. RFC 9293 §3.8.6, RFC 7323 §2.

/** Shift count that both sides offer: what Linux chooses for a receive buffer that may grow to 32 MiB, as in the captures. */
export const WINDOW_SHIFT = 10;
/** Half the default receive buffer (net.ipv4.tcp_rmem, 131072), and no more than an unscaled window can say. */
const INITIAL_SPACE = 65535;
/**
 * How far the window opens by itself: as far as captures of large uploads show it.
 * Simplified: Linux lets the buffer grow with the speed of the flow ("receive buffer autotuning"); here it stays.
 */
const LARGEST_WINDOW = 77 << WINDOW_SHIFT;

/** The window of a SYN (never scaled) from a host that counts in segments of `mss` octets: a whole number of them. */
export function initialWindow(mss: number): number {
  return Math.floor(INITIAL_SPACE / mss) * mss;
}

/** The header's window field for a receiver that allows `octets`, rounded up as Linux does. */
export function windowField(octets: number): number {
  return Math.min(0xffff, Math.ceil(octets / (1 << WINDOW_SHIFT)));
}

/** What the window grows to after a segment of `length` octets: full segments open it by two of their size, small ones do not. */
export function grownWindow(window: number, length: number, mss: number): number {
  return length < mss || window >= LARGEST_WINDOW ? window : Math.min(LARGEST_WINDOW, window + 2 * mss);
}
