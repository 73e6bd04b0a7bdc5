// What each client library says when there is no reply, as it was printed by the libraries themselves on Linux (Debian 12): against a port
// that nobody listens at, servers that close, reset and hang, and a host behind an interface without a cable.
import { describe, expect, it } from 'vitest';
import { dubbo } from './dubbo/dubbo';
import { grpc } from './grpc/grpc';
import { jsonRpc } from './json-rpc/json-rpc';
import { completeOptions } from './options';
import type { Failure, Options, Protocol } from './protocol';
import { rest } from './rest/rest';
import { thrift } from './thrift/thrift';
import { xmlRpc } from './xml-rpc/xml-rpc';

const ATTEMPT = { authority: '127.0.0.1:7100', waited: 300, service: 'com.demo.Calculator', method: 'fun_add' };

type Said = readonly [why: Failure, connected: boolean, text: string];

const LIBRARIES: readonly (readonly [name: string, protocol: Protocol, options: Options, said: readonly Said[]])[] = [
  [
    'xmlrpc.client of Python 3.11',
    xmlRpc,
    { client: 'python' },
    [
      ['refused', false, 'ConnectionRefusedError: [Errno 111] Connection refused'],
      ['reset', true, 'ConnectionResetError: [Errno 104] Connection reset by peer'],
      ['closed', true, 'http.client.RemoteDisconnected: Remote end closed connection without response'],
      ['timed out', false, 'TimeoutError: [Errno 110] Connection timed out'],
      ['unreachable', false, 'OSError: [Errno 113] No route to host'],
      ['deadline', true, 'TimeoutError: timed out'],
    ],
  ],
  [
    'npm xmlrpc 1.3.2',
    xmlRpc,
    { client: 'node' },
    [
      ['refused', false, 'Error: connect ECONNREFUSED 127.0.0.1:7100'],
      ['reset', true, 'Error: read ECONNRESET'],
      ['closed', true, 'Error: socket hang up'],
      ['timed out', false, 'Error: connect ETIMEDOUT 127.0.0.1:7100'],
      ['deadline', true, 'AbortError: The operation was aborted'],
    ],
  ],
  [
    'jayson 5.0.0 over HTTP',
    jsonRpc,
    {},
    [
      ['refused', false, 'Error: connect ECONNREFUSED 127.0.0.1:7100'],
      ['closed', true, 'Error: socket hang up'],
      ['deadline', true, 'Error: socket hang up'],
    ],
  ],
  [
    'jayson 5.0.0 over TCP',
    jsonRpc,
    { transport: 'tcp' },
    [
      ['reset', true, 'Error: read ECONNRESET'],
      ['deadline', true, 'AbortError: The operation was aborted'],
    ],
  ],
  [
    'fetch of Node 20',
    rest,
    { client: 'fetch' },
    [
      ['refused', false, 'TypeError: fetch failed'],
      ['closed', true, 'TypeError: fetch failed'],
      ['deadline', true, 'TimeoutError: The operation was aborted due to timeout'],
    ],
  ],
  [
    'curl 7.88.1',
    rest,
    { client: 'curl' },
    [
      ['refused', false, "curl 7: Failed to connect to 127.0.0.1 port 7100 after 300 ms: Couldn't connect to server"],
      ['closed', true, 'curl 52: Empty reply from server'],
      ['reset', true, 'curl 56: Recv failure: Connection reset by peer'],
      ['deadline', true, 'curl 28: Operation timed out after 300 milliseconds with 0 bytes received'],
      ['deadline', false, 'curl 28: Connection timed out after 300 milliseconds'],
    ],
  ],
  [
    '@grpc/grpc-js 1.14.7',
    grpc,
    { client: 'grpc-js' },
    [
      [
        'refused',
        false,
        '14: No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:7100. Resolution note: ',
      ],
      ['closed', true, '14: Connection dropped'],
      ['reset', true, '14: read ECONNRESET'],
      ['deadline', true, '4: Deadline exceeded after 0.300s,remote_addr=127.0.0.1:7100'],
      ['deadline', false, '4: Deadline exceeded after 0.300s,Waiting for LB pick'],
    ],
  ],
  [
    'grpcio 1.51.1',
    grpc,
    { client: 'c-core' },
    [
      [
        'refused',
        false,
        '14: failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:7100: Failed to connect to remote host: Connection refused',
      ],
      [
        'timed out',
        false,
        '14: failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:7100: Failed to connect to remote host: Connection timed out',
      ],
      [
        'closed',
        false,
        '14: failed to connect to all addresses; last error: UNAVAILABLE: ipv4:127.0.0.1:7100: Socket closed',
      ],
      ['closed', true, '14: Socket closed'],
      ['reset', true, '14: recvmsg:Connection reset by peer'],
      ['deadline', true, '4: Deadline Exceeded'],
    ],
  ],
  [
    'Thrift 0.17 for Python',
    thrift,
    { client: 'python' },
    [
      ['refused', false, "TTransportException 1: Could not connect to any of [('127.0.0.1', 7100)]"],
      ['closed', true, 'TTransportException 4: TSocket read 0 bytes'],
      ['reset', true, 'TTransportException 0: unexpected exception'],
      ['deadline', true, 'TTransportException 0: unexpected exception'],
    ],
  ],
  [
    'Thrift 0.16 for Java',
    thrift,
    { client: 'java' },
    [
      ['refused', false, 'TTransportException 1: java.net.ConnectException: Connection refused'],
      ['timed out', false, 'TTransportException 1: java.net.ConnectException: Connection timed out'],
      ['closed', true, 'TTransportException 4: Socket is closed by peer.'],
      ['reset', true, 'TTransportException 0: java.net.SocketException: Connection reset'],
      ['deadline', true, 'TTransportException 3: java.net.SocketTimeoutException: Read timed out'],
    ],
  ],
  [
    'npm thrift 0.24',
    thrift,
    { client: 'node' },
    [
      ['refused', false, 'Error: connect ECONNREFUSED 127.0.0.1:7100'],
      ['reset', true, 'Error: read ECONNRESET'],
    ],
  ],
  [
    'sofa-rpc-node 2.10.0 with dubbo-remoting 2.1.4',
    dubbo,
    { client: 'sofa' },
    [
      ['refused', false, 'RpcNoProviderError: No provider of com.demo.Calculator:1.0.0@:fun_add() found!'],
      ['closed', true, 'RpcSocketCloseError: The socket was closed. (address: address => dubbo://127.0.0.1:7100)'],
      ['reset', true, 'RpcSocketCloseError: The socket was closed. (address: address => dubbo://127.0.0.1:7100)'],
      ['deadline', true, 'RpcResponseTimeoutError: no response in 300ms, address:dubbo://127.0.0.1:7100'],
    ],
  ],
  ['dubbo2.js 2.3.9', dubbo, { client: 'dubbo2' }, [['deadline', true, 'Error: remote invoke timeout']]],
];

describe.each(LIBRARIES)('%s', (_, protocol, options, said) => {
  it.each(said)('says of a connection that is %s (open before: %s): %s', (why, connected, text) => {
    const chosen = completeOptions(protocol.options, options);
    const { exception, code, message } = protocol.failure(why, chosen, { ...ATTEMPT, connected });
    const kind = [exception, code].filter(part => part !== undefined).join(' ');
    expect(`${kind}: ${message}`).toBe(text);
  });
});
