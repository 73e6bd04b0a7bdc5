// What TCP needs only when something is not in the ordinary course: loaded by the first run in which something is not (ADR 7).
import { Part } from '../../parts/part';

export const trouble = new Part(async () => {
  const [{ processEvent }, { Repair }, { blocksToTell, sackLength }, { KeepAlive }] = await Promise.all([
    import('./event-processing'),
    import('./repair'),
    import('./reassembly'),
    import('./keep-alive'),
  ]);
  return { processEvent, Repair, blocksToTell, sackLength, KeepAlive };
});
