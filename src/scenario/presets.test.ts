import { describe, expect, it } from 'vitest';
import { argumentsFromJson } from '../idl/json-value';
import { parseInterface } from '../idl/parse';
import { protocolById } from '../protocols/index';
import { completeOptions } from '../protocols/options';
import { perform } from './behaviour';
import { callsOf } from './edit';
import { presetTexts } from './preset-texts';
import { presetById, presets } from './presets';

describe('the built-in scenarios', () => {
  it('begin with the canonical demo', () => {
    const { scenario } = presets[0];
    expect(scenario).toMatchObject({
      interface: 'fun_add(a: int, b: int): int\n',
      calls: [{ method: 'fun_add', args: [2, 3] }],
      protocol: 'xml-rpc',
      options: {},
      hosts: { client: { address: '172.171.4.176' }, server: { address: '172.171.5.95', port: 8080 } },
    });
  });

  it('each have an id of their own, by which they are found', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    for (const preset of presets) expect(presetById(preset.id)).toBe(preset);
    expect(presetById('no such preset')).toBeUndefined();
  });

  it('are each described in every language, and nothing else is', () => {
    const ids = presets.map(({ id }) => id as string).sort();
    for (const texts of Object.values(presetTexts)) expect(Object.keys(texts).sort()).toEqual(ids);
  });

  it.each(presets)('$id calls methods of its interface with fitting arguments', ({ scenario }) => {
    const { methods } = parseInterface(scenario.interface);
    for (const { method: name, args } of callsOf(scenario)) {
      const method = methods.find(each => each.name === name)!;
      const values = argumentsFromJson(method, args);
      const behaviour = scenario.server[name];
      if (behaviour) expect(() => perform(behaviour, method, values)).not.toThrow();
    }
  });

  it.each(presets)('$id chooses a protocol and options that exist', ({ scenario }) => {
    const protocol = protocolById(scenario.protocol)!;
    expect(() => completeOptions(protocol.options, scenario.options)).not.toThrow();
  });
});
