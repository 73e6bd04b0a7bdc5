import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addCalls } from '../../../test/traces/hand-made';
import { loadLanguage } from '../../i18n/locale';
import { scalesOf } from '../../playback/scales';
import { placeOfStep } from '../../playback/scenes';
import type { StepNumber } from '../../protocols/protocol';
import { presetById } from '../../scenario/presets';
import { simulate } from '../../simulation/simulate';
import { momentAt } from '../../trace/moment';
import { cargoAt, transferAt } from './cargo';
import { factsAt, situationAt, type UsualSituation } from './facts';
import type { Box } from './geometry';
import { BADGE_RADIUS, stageLayout } from './layout';
import { texts } from './text';
import { tokensInFlight, tokensOf } from './tokens';
import { cardDistance, routeOf, travelOf } from './travel';

await loadLanguage('zh-CN');

const trace = addCalls(2);
const { story } = scalesOf(trace).player;
const steps: readonly StepNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const place = (step: StepNumber) => placeOfStep(trace, 0, step)!;

describe('the stage at any width', () => {
  const widths = fc.integer({ min: 320, max: 2000 });
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  test.prop([widths])('keeps everything inside, and boxes apart', width => {
    const { boxes, endpoints, processes, ...layout } = stageLayout(width);
    for (const { x, y, width, height } of [...Object.values(boxes), ...Object.values(processes)]) {
      expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.width);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
    const all = Object.values(boxes);
    for (const [i, box] of all.entries()) for (const other of all.slice(i + 1)) expect(apart(box, other)).toBe(true);
    expect(apart(endpoints.clientTcp, endpoints.serverTcp)).toBe(true);
  });

  test.prop([widths])('keeps the badges apart, large enough to press', width => {
    const { badges } = stageLayout(width);
    for (const a of steps)
      for (const b of steps)
        if (a < b) {
          const distance = Math.hypot(badges[a].x - badges[b].x, badges[a].y - badges[b].y);
          expect(distance).toBeGreaterThanOrEqual(2 * BADGE_RADIUS);
        }
  });

  test.prop([widths])('puts every badge on the route, in order', width => {
    const { badges, routes } = stageLayout(width);
    const distances = steps.map(step => routes.whole.stops.get(step)!);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    for (const [i, step] of steps.entries()) {
      const { x, y } = routes.whole.line.pointAt(distances[i]);
      expect(Math.hypot(x - badges[step].x, y - badges[step].y)).toBeLessThan(0.001);
    }
  });
});

describe('the way that the call has come', () => {
  const { stops } = stageLayout(1000).routes.whole;
  const travel = travelOf(trace, story, stop => stops.get(stop)!);

  it('has reached its badge when a step begins', () => {
    const arrived: readonly StepNumber[] = [1, 2, 5, 6, 7];
    for (const step of arrived.filter(step => step !== 5))
      expect(travel.distanceAt(place(step))).toBeCloseTo(stops.get(step)!, 6);
    for (const step of steps.slice(1))
      expect(travel.distanceAt(place(step))).toBeGreaterThanOrEqual(stops.get((step - 1) as StepNumber)! - 1e-6);
  });

  it('has brought the result to the client when step 10 says so, event by event too', () => {
    const begins = trace.events.find(event => event.type === 'step' && event.step === 10)!;
    expect(travel.distanceAt(begins.seq)).toBeCloseTo(stops.get(10)!, 6);
    expect(travel.distanceAt(begins.seq - 3)).toBeLessThan(stops.get(10)!);
  });

  it.each(['xml-rpc-fun-add', 'xml-rpc-divide-by-zero', 'xml-rpc-unknown-method', 'json-rpc-batch'])(
    'is walked by the card without a leap: %s',
    preset => {
      const run = simulate(presetById(preset)!.scenario);
      const layout = stageLayout(1000);
      const route = layout.routes[routeOf(run, 0, 0)];
      const travel = travelOf(run, scalesOf(run).player.story, stop => route.stops.get(stop) ?? 0);
      const placeAt = (at: number) => {
        const { step } = momentAt(run, Math.floor(at));
        // Crossing the network it is drawn at both ends, until the message is whole.
        if (step === 3 || step === 8) return layout.cardAt(route.line.pointAt(route.stops.get(step === 3 ? 4 : 9)!)).x;
        return layout.cardAt(route.line.pointAt(cardDistance(travel, route, step, at))).x;
      };
      const isCrossing = (at: number) => [3, 8].includes(momentAt(run, Math.floor(at)).step ?? 0);
      for (let at = 0; at < run.events.length - 1; at += 1 / 64) {
        const next = at + 1 / 64;
        if (isCrossing(next) && !isCrossing(at)) continue;
        expect(Math.abs(placeAt(next) - placeAt(at)), `at ${at}`).toBeLessThan(12);
      }
    },
  );

  it('never goes back within a call', () => {
    const end = trace.events.findIndex(event => event.exchange === 1) - 1;
    for (let at = 0; at < end; at += 0.25)
      expect(travel.distanceAt(at + 0.25)).toBeGreaterThanOrEqual(travel.distanceAt(at) - 1e-6);
  });

  it('stays where it is when the client waits no longer', () => {
    const run = simulate(presetById('grpc-deadline')!.scenario);
    const { story } = scalesOf(run).player;
    const travel = travelOf(run, story, stop => stops.get(stop)!);
    const givenUp = placeOfStep(run, 0, 10)!;
    expect(travel.distanceAt(givenUp)).toBeCloseTo(stops.get(6)!, 6);
  });

  it('ends at badge 10, and starts anew with the next call', () => {
    const next = trace.events.findIndex(event => event.exchange === 1);
    expect(travel.distanceAt(next - 0.01)).toBeCloseTo(stops.get(10)!, 6);
    expect(travel.distanceAt(next)).toBeCloseTo(stops.get(1)!, 6);
  });
});

describe('what travels', () => {
  const formAt = (step: StepNumber, offset = 0) => cargoAt(trace, Math.floor(place(step)) + offset, 0).form;

  it('is a call, then a message, a call again, an outcome, a message, and an outcome', () => {
    expect(steps.map(step => formAt(step))).toEqual([
      'call', 'call', 'message', 'message', 'call', 'call', 'outcome', 'message', 'message', 'outcome',
    ]); // biome-ignore format: ten forms for ten steps
  });

  it('crosses the network octet by octet, none lost and none twice', () => {
    let before = { sent: 0, arrived: 0 };
    for (let seq = place(3); momentAt(trace, seq).step === 3; seq++) {
      const transfer = transferAt(trace, momentAt(trace, seq))!;
      expect(transfer.sent).toBeGreaterThanOrEqual(before.sent);
      expect(transfer.arrived).toBeLessThanOrEqual(transfer.sent);
      before = transfer;
    }
    expect(before).toMatchObject({ sent: 336, arrived: 336 });
  });
});

describe('packets on the stage', () => {
  it('do not hide each other: those on one track keep their distance', () => {
    const share = 0.2;
    const tokens = tokensOf(trace, story, share, 3);
    for (const [i, a] of tokens.entries())
      for (const b of tokens.slice(i + 1)) {
        if (a.track !== b.track || a.train.direction !== b.train.direction || b.sent >= a.ends) continue;
        expect(story.startOf(b.sent) - story.startOf(a.sent)).toBeGreaterThanOrEqual(share * 1000);
      }
  });

  it('are at most about forty, however many travel', () => {
    const many = addCalls(1, 700, 1_000_000);
    const tokens = tokensOf(many, scalesOf(many).player.story, 0.2, 3);
    for (const { seq } of many.events) expect(tokensInFlight(tokens, seq).length).toBeLessThanOrEqual(44);
  });
});

describe('the sentence', () => {
  it('follows what happens, finer than the steps', () => {
    const situations = trace.events.map(({ seq }) => situationAt(trace, momentAt(trace, seq)));
    expect([...new Set(situations)]).toEqual([
      'calls', 'marshals', 'marshalled', 'connects', 'sends', 'receives', 'unmarshalled', 'callsService', 'executes', 'returned',
      'marshalsReply', 'marshalledReply', 'sendsReply', 'receivesReply', 'unmarshalledReply', 'hasResult', 'closes', 'closed',
    ].filter(situation => situations.includes(situation as never))); // biome-ignore format: in the order of the run
    expect(new Set(situations).size).toBeGreaterThanOrEqual(15);
  });

  for (const locale of ['en', 'zh-CN'] as const)
    it(`names this run's own figures in ${locale}`, () => {
      const sentence = (seq: number) => {
        const moment = momentAt(trace, seq);
        return texts[locale].situations[situationAt(trace, moment) as UsualSituation](factsAt(trace, moment));
      };
      expect(sentence(place(1))).toContain('172.171.5.95:8080');
      expect(sentence(place(3))).toContain('336');
      expect(sentence(place(5))).toContain('fun_add(2, 3)');
      expect(sentence(place(10))).toContain('5');
    });
});

describe('the sentences of a run that is not the canonical one', () => {
  const sentences = (id: string, locale: 'en' | 'zh-CN') => {
    const run = simulate(presetById(id)!.scenario);
    return run.events.map(({ seq }) => {
      const moment = momentAt(run, seq);
      return texts[locale].situations[situationAt(run, moment) as UsualSituation](factsAt(run, moment));
    });
  };

  it('say of a batch why steps 5 and 6 come again, and count no notification among what returns', () => {
    const english = sentences('json-rpc-batch', 'en');
    expect(english.find(text => text.startsWith('The message holds 3 calls'))).toContain('steps 5 and 6 come 3 times');
    expect(english).toContain('Back to step 5, for the message holds 3 calls: number 2 is note("bye").');
    expect(english.find(text => text.includes('returned: '))).toMatch(/^Of the 3 calls, 2 wanted a reply/);
    expect(sentences('json-rpc-batch', 'zh-CN').join()).toContain('3 个调用中有 2 个需要应答，已返回：5, "你好"');
  });

  it('promise no execution and no ten steps where the service is not asked', () => {
    const [first] = sentences('xml-rpc-unknown-method', 'en');
    expect(first).toContain('answered in the other, in 8 steps');
    expect(sentences('xml-rpc-unknown-method', 'zh-CN')[0]).toContain('共 8 步');
  });

  it('tell the text of an exception whole', () => {
    expect(sentences('xml-rpc-divide-by-zero', 'en').join()).toContain('integer division or modulo by zero.');
  });

  it('speak of HTTP headers only where there are any', () => {
    expect(sentences('json-rpc-tcp', 'en').join()).not.toMatch(/headers/);
    expect(sentences('json-rpc-tcp', 'zh-CN').join()).not.toMatch(/首部/);
  });
});
