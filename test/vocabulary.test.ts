// One thing has one name, on every pane and in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../src/i18n/locale';
import { CANONICAL } from '../src/scenario/canonical';
import { simulate } from '../src/simulation/simulate';
import { flagsText } from '../src/trace/journeys';
import { texts as stage } from '../src/views/stage/text';
import { texts as statecharts } from '../src/views/statecharts/text';

await loadLanguage('zh-CN');

const SOURCE = join(import.meta.dirname, '../src');
const chinese = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter(path => /(zh-CN|(^|[/-])texts?)\.ts$/.test(path))
  .map(path => ({ path, text: readFileSync(join(SOURCE, path), 'utf8') }));

it.each(['en', 'zh-CN'] as const)('a component is called on the stage as in its statechart (%s)', locale => {
  expect(statecharts[locale].actors).toMatchObject(stage[locale].components);
});

it('flags are named in the order in which tshark names them', () => {
  const flags = simulate(CANONICAL).packets.map(flagsText);
  expect(new Set(flags)).toEqual(new Set(['SYN', 'SYN ACK', 'ACK', 'PSH ACK', 'FIN ACK']));
});

describe('in Chinese', () => {
  it.each([
    ['a packet is 数据包', /分组/],
    ['a message is 消息', /报文(?!段)/],
    ['the network is 网络', /链路(?!层)/],
    ['latency is 时延', /延迟/],
  ])('%s', (_, other) => {
    const astray = chinese.filter(({ text }) => other.test(text)).map(({ path }) => path);
    expect(astray).toEqual([]);
  });
});
