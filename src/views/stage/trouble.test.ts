// What the stage says and shows of a call that has trouble.
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../i18n/locale';
import { placeOfStep } from '../../playback/scenes';
import type { StepNumber } from '../../protocols/protocol';
import { CANONICAL } from '../../scenario/canonical';
import { USUAL_RETRY } from '../../scenario/policy';
import { presetById } from '../../scenario/presets';
import { simulate } from '../../simulation/simulate';
import { compensatingBit, vulnerableBit } from '../../trace/damage';
import { momentAt } from '../../trace/moment';
import type { Trace } from '../../trace/trace';
import { stepKey } from '../../trace/turns';
import { cargoAt, hexOf } from './cargo';
import { damageAt } from './damage';
import { damageTexts } from './damage-text';
import { factsAt, situationAt, type TroubledSituation, type UsualSituation } from './facts';
import { texts } from './text';
import { routeOf } from './travel';
import { troubleTexts } from './trouble-text';

await loadLanguage('zh-CN');

/** Every sentence of the run, by the step that it stands in; an attempt after the first adds ten for each. */
function told(run: Trace, locale: 'en' | 'zh-CN' = 'en') {
  const sentences = new Map<number, string[]>();
  for (const { seq } of run.events) {
    const moment = momentAt(run, seq);
    const [situation, facts] = [situationAt(run, moment), factsAt(run, moment)];
    const damage = damageAt(run, moment);
    const sentence =
      situation in troubleTexts[locale]
        ? troubleTexts[locale][situation as TroubledSituation](facts, '')
        : ((damage && damageTexts[locale](situation, facts, damage)) ??
          texts[locale].situations[situation as UsualSituation](facts));
    const step = (moment.step ?? 0) + 10 * moment.attempt;
    if (sentences.get(step)?.at(-1) !== sentence) sentences.set(step, [...(sentences.get(step) ?? []), sentence]);
  }
  return (step: number) => sentences.get(step) ?? [];
}

const UNSEEN = presetById('unseen-damage')!.scenario;

/** The canonical call, with the packet `nth` of `direction` damaged as "flip it, and another so that the checksum holds" does. */
function spoilt(direction: 'c2s' | 's2c', nth: number): Trace {
  const trace = simulate(CANONICAL);
  const packet = trace.packets.filter(each => each.direction === direction)[nth];
  const bit = vulnerableBit(trace, packet);
  const bits = [bit, compensatingBit(packet, bit)!];
  return simulate({ ...CANONICAL, faults: [{ does: 'flip', packet: { connection: 0, direction, nth }, bits }] });
}

describe('a call that comes in damaged', () => {
  const run = simulate(UNSEEN);
  const steps = told(run);
  const cargo = (step: StepNumber, after = 0) => cargoAt(run, placeOfStep(run, 0, step)! + after, 0);

  it('is told as the server stub has really read it', () => {
    expect(steps(4)).toEqual([
      expect.stringMatching(/^All \d+ bytes are in, but not as they were sent/),
      'From the bytes that came in, the server stub has read fun_add(2, 7). The client has called fun_add(2, 3), but nothing tells the stub.',
    ]);
    expect(steps(5)).toEqual([
      'The stub calls fun_add(2, 7), as it has read. Neither it nor the function can tell that the client has called fun_add(2, 3).',
    ]);
    expect(steps(10)[0]).toBe(
      'fun_add(2, 3) has returned 9, for the server has read fun_add(2, 7): bits were flipped on the way, and nobody has noticed.',
    );
  });

  it('is told so in Chinese', () => {
    expect(told(run, 'zh-CN')(10)[0]).toContain('因为服务端读到的是 fun_add(2, 7)');
  });

  it('is shown so: as octets, as call, and as the call that is made', () => {
    const received = cargo(4);
    if (received.form !== 'message') throw new Error('no message has come in');
    const request = run.messages[received.message];
    expect(hexOf(run, request, 'sent', 4).values).toEqual(['32', '33']);
    expect(hexOf(run, request, received.end, 4).values).toEqual(['32', '37']);
    expect(cargo(5)).toMatchObject({ form: 'call', call: { args: [2, 7] } });
    const read = run.events.find(event => event.type === 'decoded')!;
    expect(cargoAt(run, read.seq, 0)).toMatchObject({ form: 'call', call: { args: [2, 7] } });
  });
});

describe('a call that damage has made unreadable', () => {
  it('is told as such by the server stub, with the error that it answers', () => {
    const steps = told(spoilt('c2s', 3));
    expect(steps(4).at(-1)).toMatch(
      /^The bytes that came in are not those that were sent\. The server stub finds nothing in them that it could call, and will answer by itself: .*ExpatError/,
    );
    expect(steps(10)[0]).toMatch(/^fun_add\(2, 3\) throws in the client: .*The server has read something else/);
  });
});

describe('a reply that comes in damaged', () => {
  const run = spoilt('s2c', 3);
  const steps = told(run);

  it('is told on the server as it was written, and in the client as it was read', () => {
    expect(steps(7).at(-1)).toMatch(/^5 is now 121 bytes/);
    expect(steps(9)[0]).toMatch(/not as they were sent/);
    expect(steps(10)[0]).toMatch(/The server has answered 5: bits were flipped on the way/);
  });

  it('does not change what the function returned', () => {
    const completed = run.events.find(({ type }) => type === 'completed')!;
    expect(cargoAt(run, completed.seq, 0)).toMatchObject({ outcomes: [{ kind: 'returned', value: 5 }] });
  });
});

describe('an attempt that is answered by its key', () => {
  const run = simulate({
    ...CANONICAL,
    faults: [{ does: 'drop', packet: { connection: 0, direction: 's2c', nth: 3 } }],
    policy: { timeout: 300, retry: { ...USUAL_RETRY, jitter: 'none' }, deduplication: 'durable' },
  });

  it('goes past the server, and is told so', () => {
    expect([0, 1].map(attempt => routeOf(run, 0, attempt))).toEqual(['whole', 'short']);
    expect(told(run)(14).at(-1)).toBe(
      'The server stub knows the key of the call: it has been executed before, and its answer was kept. The stub gives that answer, 5. The service is not called.',
    );
    const seventh = run.events.findLast(event => event.type === 'step' && event.step === 7)!;
    expect(stepKey(run, seventh.seq)).toBe('answersAgain');
  });

  it('shows no more of the first attempt’s execution than its answer', () => {
    expect(told(run)(17).at(-1)).toMatch(/^5 is now 121 bytes/);
  });
});

describe('a call that is executed in each of two attempts', () => {
  it('does not make its message one of two calls', () => {
    const run = simulate({
      ...CANONICAL,
      faults: [{ does: 'drop', packet: { connection: 0, direction: 's2c', nth: 3 } }],
      policy: { timeout: 300, retry: { ...USUAL_RETRY, jitter: 'none' }, deduplication: 'none' },
    });
    expect(told(run)(5)[0]).toMatch(/^Now it is an ordinary local call again/);
    expect(told(run)(7).at(-1)).toMatch(/^5 is now/);
    expect(told(run)(20).at(-1)).toMatch(/packets in all, there and back; the 2 connections of this run took \d+\.$/);
  });
});

describe('a call that does not get through', () => {
  it('is not promised to', () => {
    const run = simulate(presetById('still-waiting')!.scenario);
    const [first] = [texts.en, texts['zh-CN']].map(t => t.situations.before(factsAt(run, momentAt(run, 0))));
    expect(first).toContain('will be called in one and should be executed in the other, in ten steps.');
  });
});
