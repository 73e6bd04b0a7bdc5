// Asking what shall befall a packet: any view that shows packets asks, and whoever can change the scenario answers with a menu.
import type { SyntheticEvent } from 'react';
import { create } from 'zustand';
import { player } from './player';
import { usePlayback } from './store';

export interface PacketMenuRequest {
  readonly packet: number;
  /** The bit of its frame that was pointed at, counted from its first octet. */
  readonly bit?: number;
  /** Where it was asked, in the window. */
  readonly at: DOMRect;
  /** What had the focus, and gets it back. */
  readonly from: Element | null;
  /** It was asked by keyboard: the menu's first action has the focus. */
  readonly byKey: boolean;
}

export const usePacketMenu = create<{ readonly request: PacketMenuRequest | undefined }>()(() => ({
  request: undefined,
}));

/** Asks at the place of `event`, or of `element`. What was recorded cannot be changed any more. */
export function askAboutPacket(
  packet: number,
  { nativeEvent, currentTarget }: SyntheticEvent,
  { bit, element = currentTarget }: { readonly bit?: number; readonly element?: Element } = {},
): void {
  if (usePlayback.getState().trace.recording) return;
  player.pause();
  // A press of Enter or Space on a button comes as a click too, with no detail.
  const byPointer = nativeEvent instanceof MouseEvent && nativeEvent.detail > 0;
  const at = byPointer ? new DOMRect(nativeEvent.clientX, nativeEvent.clientY) : middleOf(element);
  usePacketMenu.setState({ request: { packet, bit, at, from: document.activeElement, byKey: !byPointer } });
}

/** The middle of what of `element` is in the window. */
function middleOf(element: Element): DOMRect {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const middle = (from: number, to: number, size: number) => (Math.max(0, from) + Math.min(size, to)) / 2;
  return new DOMRect(middle(left, right, clientWidth), middle(top, bottom, clientHeight));
}

export function closePacketMenu(): void {
  usePacketMenu.setState({ request: undefined });
}
