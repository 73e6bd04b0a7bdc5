// The benchmark's part that runs in Chromium, as functions on the window for bench/main.ts to call.
import { Buffer } from 'buffer/';
import { codecTables } from './codecs';
import { hessianTables } from './hessian';
import { hpackTables } from './hpack';
import { protobufTables } from './protobuf';
import { coldRuns, warmRuns } from './runs';
import { thriftTables } from './thrift';

// npm thrift takes Buffer for granted.
Object.assign(window, { Buffer, global: window });
Object.assign(window, {
  callscopeBench: {
    coldRuns,
    warmRuns,
    codecTables: () => [...codecTables(), ...protobufTables(), ...hessianTables(), ...hpackTables(), ...thriftTables()],
  },
});
