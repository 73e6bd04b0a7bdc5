// Random calls and results are marshalled to the same octets as Python's xmlrpc.client marshals them.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainInterface, toPlain } from '../../src/idl/plain';
import { defaultOptions } from '../../src/protocols/options';
import { xmlRpc } from '../../src/protocols/xml-rpc/xml-rpc';
import type { Pdu } from '../../src/wire/bytes/pdu';
import { arbitraryCall, arbitraryFiniteDouble, arbitraryXmlText, serviceOf } from '../arbitraries';
import { PEER_TEST_MS } from './octets';
import { python, pythonDumps } from './python';
import { pythonJson } from './values';

if (!python) console.warn('Python 3 is not to be had: random calls are not compared with its.');

/** Without `long`: Python refuses what does not fit 32 bits, and so do we, which other tests show. */
const ingredients = {
  scalars: ['boolean', 'int', 'double', 'string', 'bytes', 'datetime', 'any'],
  text: arbitraryXmlText,
  double: arbitraryFiniteDouble,
} as const;

const seed = Math.floor(Math.random() * 2 ** 31);
const calls = fc.sample(arbitraryCall(ingredients), { numRuns: 300, seed });

describe.skipIf(!python)(`Python's marshaller (seed ${seed})`, { timeout: PEER_TEST_MS }, () => {
  let written: Awaited<ReturnType<typeof pythonDumps>>;
  beforeAll(async () => {
    written = await pythonDumps(
      calls.map(({ method, args, result }) => {
        // Python knows neither sets nor enums of ours.
        const [plain] = plainInterface(serviceOf(method)).methods;
        return [
          method.name,
          args.map((arg, i) => pythonJson(plain.params[i].type, toPlain(method.params[i].type, arg))),
          pythonJson(plain.result, toPlain(method.result, result)),
        ];
      }),
    );
  }, PEER_TEST_MS);

  it('writes random calls and results as ours does', () => {
    expect(written).toHaveLength(calls.length);
    for (const [index, { method, args, result }] of calls.entries()) {
      const context = {
        service: serviceOf(method),
        options: defaultOptions(xmlRpc.options),
        authority: '127.0.0.1:8000',
        now: () => 0,
        random: () => 0,
      };
      const call = xmlRpc
        .openClient(context)
        .connect()
        .request([{ method: method.name, args }], false);
      const [{ content: request }] = xmlRpc.openServer(context).accept().receive(call.pdu.bytes);
      if (!('reply' in request!)) throw new Error(`the server stub does not understand call ${index}`);
      const response = request.reply([{ kind: 'returned', value: result }])!;
      expect([bodyOf(call.pdu), bodyOf(response.pdu)]).toEqual(written[index]);
    }
  });
});

/** The text of a message's body, inflated where it is compressed. */
function bodyOf({ bytes, content }: Pdu): string {
  if (content) return Buffer.from(content.bytes).toString();
  const message = Buffer.from(bytes);
  return message.subarray(message.indexOf('\r\n\r\n') + 4).toString();
}
