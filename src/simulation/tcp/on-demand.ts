// What TCP needs only when something is not in the ordinary course: loaded by the first run in which something is not (ADR 7).
import { Part } from '../../parts/part';

export const trouble = new Part(async () => {
  const [{ processEvent }, recovery, { cubic }, { newReno }] = await Promise.all([
    import('./event-processing'),
    import('./loss-recovery'),
    import('./congestion/cubic'),
    import('./congestion/new-reno'),
  ]);
  return { processEvent, recovery, congestionControls: { cubic, 'new-reno': newReno } };
});
