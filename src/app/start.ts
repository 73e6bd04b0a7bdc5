// Before the first paint: preferences applied and the linked or the canonical run simulated, so that the first screen is alive.
import { followAddress, openAddress } from './address';
import { acceptDrops } from './capture-desk';
import { applyPreferences } from './preferences';

/** Resolves when the app can be rendered. */
export async function start(): Promise<void> {
  await Promise.all([applyPreferences(), openAddress()]);
  followAddress();
  acceptDrops();
}
