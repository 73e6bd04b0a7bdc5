// Event processing, row by row of RFC 9293 §3.10: in which state, on which event, what is sent and which state follows.
import { describe, expect, it } from 'vitest';
import { play, type Settings } from '../../../test/scripted-peer';

const SYN_SENT = '0 program connect\n0 host SYN seq=0';
const SYN_RECEIVED = '0 peer SYN seq=0 win=65535 mss=1460\n0 host SYN,ACK seq=0 ack=1';
const ESTABLISHED = `${SYN_RECEIVED}\n100 peer ACK seq=1 ack=1 win=65535`;
const FIN_WAIT_1 = `${ESTABLISHED}\n100 program close\n100 host FIN,ACK seq=1 ack=1`;
const FIN_WAIT_2 = `${FIN_WAIT_1}\n110 peer ACK seq=1 ack=2`;
const CLOSE_WAIT = `${ESTABLISHED}\n100 peer FIN,ACK seq=1 ack=1\n100 host ACK seq=1 ack=2`;
/** A way to each state. */
const WAYS: Readonly<Record<string, string>> = {
  CLOSED: '',
  LISTEN: '',
  'SYN-SENT': SYN_SENT,
  'SYN-RECEIVED': SYN_RECEIVED,
  'SYN-RECEIVED, opened actively': `${SYN_SENT}\n50 peer SYN seq=0\n50 host SYN,ACK seq=0 ack=1`,
  ESTABLISHED,
  'FIN-WAIT-1': FIN_WAIT_1,
  'FIN-WAIT-2': FIN_WAIT_2,
  'CLOSE-WAIT': CLOSE_WAIT,
  CLOSING: `${FIN_WAIT_1}\n110 peer FIN,ACK seq=1 ack=1\n110 host ACK seq=2 ack=2`,
  'LAST-ACK': `${CLOSE_WAIT}\n110 program close\n110 host FIN,ACK seq=1 ack=2`,
  'TIME-WAIT': `${FIN_WAIT_2}\n120 peer FIN,ACK seq=1 ack=2\n120 host ACK seq=2 ack=2`,
};
const CONNECTS = ['CLOSED', 'SYN-SENT', 'SYN-RECEIVED, opened actively'];

/** State, what happens (and what must be sent, or told), the state that follows. */
type Row = readonly [from: string, events: string, to: string];

const OPEN: readonly Row[] = [
  ['CLOSED', 'program connect; host SYN seq=0', 'SYN-SENT'],
  ['LISTEN', 'peer SYN seq=0; host SYN,ACK seq=0 ack=1', 'SYN-RECEIVED'],
];

const SEND: readonly Row[] = [
  ['CLOSED', 'program write 10', 'CLOSED'],
  ['SYN-SENT', 'program write 10', 'SYN-SENT'],
  [
    'SYN-SENT',
    'program write 10; peer SYN,ACK seq=0 ack=1; host ACK seq=1 ack=1; host PSH,ACK seq=1 len=10',
    'ESTABLISHED',
  ],
  ['SYN-RECEIVED', 'program write 10; peer ACK seq=1 ack=1; host PSH,ACK seq=1 len=10', 'ESTABLISHED'],
  ['ESTABLISHED', 'program write 10; host PSH,ACK seq=1 ack=1 len=10', 'ESTABLISHED'],
  ['CLOSE-WAIT', 'program write 10; host PSH,ACK seq=1 ack=2 len=10', 'CLOSE-WAIT'],
  ['FIN-WAIT-1', 'program write 10', 'FIN-WAIT-1'],
  ['FIN-WAIT-2', 'program write 10', 'FIN-WAIT-2'],
  ['CLOSING', 'program write 10', 'CLOSING'],
  ['LAST-ACK', 'program write 10', 'LAST-ACK'],
  ['TIME-WAIT', 'program write 10', 'TIME-WAIT'],
];

const RECEIVE: readonly Row[] = [
  ['ESTABLISHED', 'program pause; peer PSH,ACK seq=1 ack=1 len=10; host ACK ack=11', 'ESTABLISHED'],
  [
    'ESTABLISHED',
    'program pause; peer PSH,ACK seq=1 ack=1 len=10; host ACK ack=11; program resume; told 10 octets',
    'ESTABLISHED',
  ],
  [
    'ESTABLISHED',
    'program pause; peer FIN,ACK seq=1 ack=1 len=10; host ACK ack=12; program resume; told 10 octets; told end of stream',
    'CLOSE-WAIT',
  ],
];

const CLOSE: readonly Row[] = [
  ['CLOSED', 'program close', 'CLOSED'],
  ['LISTEN', 'program close', 'CLOSED'],
  ['SYN-SENT', 'program close', 'CLOSED'],
  ['SYN-RECEIVED', 'program close; peer ACK seq=1 ack=1; host FIN,ACK seq=1 ack=1', 'FIN-WAIT-1'],
  ['ESTABLISHED', 'program close; host FIN,ACK seq=1 ack=1', 'FIN-WAIT-1'],
  ['ESTABLISHED', 'program write 10; host PSH,ACK seq=1 len=10; program close; host FIN,ACK seq=11', 'FIN-WAIT-1'],
  ['FIN-WAIT-1', 'program close', 'FIN-WAIT-1'],
  ['FIN-WAIT-2', 'program close', 'FIN-WAIT-2'],
  ['CLOSE-WAIT', 'program close; host FIN,ACK seq=1 ack=2', 'LAST-ACK'],
  ['CLOSING', 'program close', 'CLOSING'],
  ['LAST-ACK', 'program close', 'LAST-ACK'],
  ['TIME-WAIT', 'program close', 'TIME-WAIT'],
];

const ABORT: readonly Row[] = [
  ['CLOSED', 'program abort', 'CLOSED'],
  ['LISTEN', 'program abort', 'CLOSED'],
  ['SYN-SENT', 'program abort', 'CLOSED'],
  ['SYN-RECEIVED', 'program abort; host RST,ACK seq=1 ack=1', 'CLOSED'],
  ['ESTABLISHED', 'program abort; host RST,ACK seq=1 ack=1', 'CLOSED'],
  ['FIN-WAIT-1', 'program abort; host RST,ACK seq=2 ack=1', 'CLOSED'],
  ['FIN-WAIT-2', 'program abort; host RST,ACK seq=2 ack=1', 'CLOSED'],
  ['CLOSE-WAIT', 'program abort; host RST,ACK seq=1 ack=2', 'CLOSED'],
  ['CLOSING', 'program abort', 'CLOSED'],
  ['LAST-ACK', 'program abort', 'CLOSED'],
  ['TIME-WAIT', 'program abort', 'CLOSED'],
];

const ARRIVES_IN_CLOSED: readonly Row[] = [
  ['CLOSED', 'peer RST seq=5', 'CLOSED'],
  ['CLOSED', 'peer SYN seq=5; host RST,ACK seq=-7000000 ack=6 (refusal)', 'CLOSED'],
  ['CLOSED', 'peer PSH seq=5 len=10; host RST,ACK seq=-7000000 ack=15 (refusal)', 'CLOSED'],
  ['CLOSED', 'peer ACK seq=5 ack=9; host RST seq=9 (refusal)', 'CLOSED'],
];

const ARRIVES_IN_LISTEN: readonly Row[] = [
  ['LISTEN', 'peer RST seq=5', 'LISTEN'],
  ['LISTEN', 'peer ACK seq=5 ack=9; host RST seq=9 (refusal)', 'LISTEN'],
  ['LISTEN', 'peer SYN,ACK seq=5 ack=9; host RST seq=9 (refusal)', 'LISTEN'],
  ['LISTEN', 'peer SYN seq=0; host SYN,ACK seq=0 ack=1', 'SYN-RECEIVED'],
  ['LISTEN', 'peer FIN seq=5', 'LISTEN'],
  ['LISTEN', 'peer PSH seq=5 len=10', 'LISTEN'],
];

const ARRIVES_IN_SYN_SENT: readonly Row[] = [
  // First check.
  ['SYN-SENT', 'peer SYN,ACK seq=0 ack=0; host RST seq=0 (refusal)', 'SYN-SENT'],
  ['SYN-SENT', 'peer ACK seq=5 ack=9; host RST seq=9 (refusal)', 'SYN-SENT'],
  ['SYN-SENT', 'peer RST,ACK seq=5 ack=9', 'SYN-SENT'],
  // Second check.
  ['SYN-SENT', 'peer RST,ACK seq=0 ack=1; told refused', 'CLOSED'],
  ['SYN-SENT', 'peer RST seq=0', 'SYN-SENT'],
  // Fourth check.
  ['SYN-SENT', 'peer SYN,ACK seq=0 ack=1; host ACK seq=1 ack=1; told connected', 'ESTABLISHED'],
  ['SYN-SENT', 'peer SYN seq=0; host SYN,ACK seq=0 ack=1', 'SYN-RECEIVED'],
  // Fifth check.
  ['SYN-SENT', 'peer ACK seq=0 ack=1', 'SYN-SENT'],
  ['SYN-SENT', 'peer FIN seq=0', 'SYN-SENT'],
];

const SYNCHRONIZED = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];
/** SND.NXT and RCV.NXT in these states, by the ways above. */
const NEXT: Readonly<Record<string, readonly [number, number]>> = {
  ESTABLISHED: [1, 1],
  'FIN-WAIT-1': [2, 1],
  'FIN-WAIT-2': [2, 1],
  'CLOSE-WAIT': [1, 2],
  CLOSING: [2, 2],
  'LAST-ACK': [2, 2],
  'TIME-WAIT': [2, 2],
};
const inEach = (row: (state: string, sndNxt: number, rcvNxt: number) => Row): readonly Row[] =>
  SYNCHRONIZED.map(state => row(state, ...NEXT[state]));

const FIRST_CHECK: readonly Row[] = [
  // Table 6: an empty segment, one with text; a window that is open, one that is closed.
  ['ESTABLISHED', 'peer ACK seq=1 ack=1', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=64240 ack=1', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=64241 ack=1; host ACK seq=1 ack=1', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=-10 ack=1 len=5; host ACK seq=1 ack=1', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=-10 ack=1 len=12; host ACK ack=2', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=64241 ack=1 len=10; host ACK seq=1 ack=1', 'ESTABLISHED'],
  ['SYN-RECEIVED', 'peer SYN seq=0; host SYN,ACK seq=0 ack=1', 'SYN-RECEIVED'],
  ['SYN-RECEIVED', 'peer ACK seq=-9 ack=1; host ACK seq=1 ack=1', 'SYN-RECEIVED'],
  ...inEach((state, sndNxt, rcvNxt) => [state, `peer ACK seq=-9 ack=1; host ACK seq=${sndNxt} ack=${rcvNxt}`, state]),
  ...inEach(state => [state, 'peer RST seq=-9', state]),
];

const SECOND_CHECK: readonly Row[] = [
  ['SYN-RECEIVED', 'peer RST seq=1', 'LISTEN'],
  ['SYN-RECEIVED, opened actively', 'peer RST seq=1; told refused', 'CLOSED'],
  ['SYN-RECEIVED', 'peer RST seq=2; host ACK seq=1 ack=1 (challenge)', 'SYN-RECEIVED'],
  ...inEach((state, _, rcvNxt) => [state, `peer RST seq=${rcvNxt}`, 'CLOSED']),
  ...inEach((state, sndNxt, rcvNxt) => [
    state,
    `peer RST seq=${rcvNxt + 1}; host ACK seq=${sndNxt} ack=${rcvNxt} (challenge)`,
    state,
  ]),
  ['ESTABLISHED', 'peer RST seq=1; told reset', 'CLOSED'],
];

const FOURTH_CHECK: readonly Row[] = [
  ['SYN-RECEIVED', 'peer SYN seq=5', 'LISTEN'],
  ['SYN-RECEIVED, opened actively', 'peer SYN seq=5; host ACK seq=1 ack=1 (challenge)', 'SYN-RECEIVED'],
  ...inEach((state, sndNxt, rcvNxt) => [
    state,
    `peer SYN seq=${rcvNxt + 5}; host ACK seq=${sndNxt} ack=${rcvNxt} (challenge)`,
    state,
  ]),
];

const FIFTH_CHECK: readonly Row[] = [
  ['SYN-RECEIVED', 'peer PSH seq=1 len=10', 'SYN-RECEIVED'],
  ['ESTABLISHED', 'peer PSH seq=1 len=10', 'ESTABLISHED'],
  ['SYN-RECEIVED', 'peer ACK seq=1 ack=1; told connected', 'ESTABLISHED'],
  ['SYN-RECEIVED, opened actively', 'peer ACK seq=1 ack=1; told connected', 'ESTABLISHED'],
  ['SYN-RECEIVED', 'peer ACK seq=1 ack=0; host RST seq=0 (refusal)', 'SYN-RECEIVED'],
  ['SYN-RECEIVED', 'peer ACK seq=1 ack=2; host RST seq=2 (refusal)', 'SYN-RECEIVED'],
  ['ESTABLISHED', 'peer ACK seq=1 ack=2; host ACK seq=1 ack=1 (challenge)', 'ESTABLISHED'],
  // RFC 5961 §5.2: MAX.SND.WND is 65535.
  ['ESTABLISHED', 'peer ACK seq=1 ack=-65534', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=1 ack=-65535; host ACK seq=1 ack=1 (challenge)', 'ESTABLISHED'],
  // SND.WND follows the segment that was sent last: WL1, WL2.
  ['ESTABLISHED', 'peer ACK seq=1 ack=1 win=0; program write 10', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer ACK seq=1 ack=1 win=0; peer ACK seq=1 ack=0 win=9000; program write 10', 'ESTABLISHED'],
  [
    'ESTABLISHED',
    'peer ACK seq=1 ack=1 win=0; program write 10; peer ACK seq=1 ack=1 win=9000; host PSH,ACK seq=1 len=10',
    'ESTABLISHED',
  ],
  ['FIN-WAIT-1', 'peer ACK seq=1 ack=1', 'FIN-WAIT-1'],
  ['FIN-WAIT-1', 'peer ACK seq=1 ack=2', 'FIN-WAIT-2'],
  ['FIN-WAIT-1', 'peer ACK seq=1 ack=3; host ACK seq=2 ack=1 (challenge)', 'FIN-WAIT-1'],
  ['FIN-WAIT-2', 'peer ACK seq=1 ack=2', 'FIN-WAIT-2'],
  ['CLOSE-WAIT', 'program write 10; host PSH,ACK seq=1 len=10; peer ACK seq=2 ack=11', 'CLOSE-WAIT'],
  ['CLOSING', 'peer ACK seq=2 ack=1', 'CLOSING'],
  ['CLOSING', 'peer ACK seq=2 ack=2', 'TIME-WAIT'],
  ['LAST-ACK', 'peer ACK seq=2 ack=1', 'LAST-ACK'],
  ['LAST-ACK', 'peer ACK seq=2 ack=2', 'CLOSED'],
  ['TIME-WAIT', 'peer FIN,ACK seq=1 ack=2; host ACK seq=2 ack=2', 'TIME-WAIT'],
];

const SEVENTH_CHECK: readonly Row[] = [
  ['SYN-RECEIVED', 'peer PSH,ACK seq=1 ack=1 len=10; host ACK ack=11; told connected; told 10 octets', 'ESTABLISHED'],
  ['ESTABLISHED', 'peer PSH,ACK seq=1 ack=1 len=10; host ACK seq=1 ack=11; told 10 octets', 'ESTABLISHED'],
  ['FIN-WAIT-1', 'peer PSH,ACK seq=1 ack=1 len=10; host ACK seq=2 ack=11; told 10 octets', 'FIN-WAIT-1'],
  ['FIN-WAIT-2', 'peer PSH,ACK seq=1 ack=2 len=10; host ACK seq=2 ack=11; told 10 octets', 'FIN-WAIT-2'],
  ['CLOSE-WAIT', 'peer PSH,ACK seq=2 ack=1 len=10', 'CLOSE-WAIT'],
  // In sequence, whatever the order of arrival, and nothing twice.
  ['ESTABLISHED', 'peer PSH,ACK seq=11 ack=1 len=10; host ACK seq=1 ack=1', 'ESTABLISHED'],
  [
    'ESTABLISHED',
    'peer ACK seq=11 ack=1 len=10; host ACK ack=1; peer ACK seq=1 ack=1 len=10; host ACK ack=21; told 10 octets; told 10 octets',
    'ESTABLISHED',
  ],
  [
    'ESTABLISHED',
    'peer ACK seq=11 ack=1 len=10; host ACK ack=1; peer ACK seq=1 ack=1 len=15; host ACK ack=21; told 10 octets; told 10 octets',
    'ESTABLISHED',
  ],
  ['ESTABLISHED', 'peer PSH,ACK seq=-4 ack=1 len=10; host ACK ack=6; told 5 octets', 'ESTABLISHED'],
];

const EIGHTH_CHECK: readonly Row[] = [
  ['SYN-RECEIVED', 'peer FIN,ACK seq=1 ack=1; host ACK seq=1 ack=2; told connected; told end of stream', 'CLOSE-WAIT'],
  ['ESTABLISHED', 'peer FIN,ACK seq=1 ack=1; host ACK seq=1 ack=2; told end of stream', 'CLOSE-WAIT'],
  [
    'ESTABLISHED',
    'peer FIN,PSH,ACK seq=1 ack=1 len=10; host ACK ack=12; told 10 octets; told end of stream',
    'CLOSE-WAIT',
  ],
  ['ESTABLISHED', 'peer FIN,ACK seq=11 ack=1; host ACK seq=1 ack=1', 'ESTABLISHED'],
  [
    'ESTABLISHED',
    'peer FIN,ACK seq=11 ack=1; host ACK ack=1; peer PSH,ACK seq=1 ack=1 len=10; host ACK ack=12; told 10 octets; told end of stream',
    'CLOSE-WAIT',
  ],
  ['FIN-WAIT-1', 'peer FIN,ACK seq=1 ack=1; host ACK seq=2 ack=2', 'CLOSING'],
  ['FIN-WAIT-1', 'peer FIN,ACK seq=1 ack=2; host ACK seq=2 ack=2', 'TIME-WAIT'],
  ['FIN-WAIT-2', 'peer FIN,ACK seq=1 ack=2; host ACK seq=2 ack=2', 'TIME-WAIT'],
  ['CLOSE-WAIT', 'peer FIN,ACK seq=1 ack=1; host ACK seq=1 ack=2', 'CLOSE-WAIT'],
  ['CLOSING', 'peer FIN,ACK seq=1 ack=1; host ACK seq=2 ack=2', 'CLOSING'],
  ['LAST-ACK', 'peer FIN,ACK seq=1 ack=1; host ACK seq=2 ack=2', 'LAST-ACK'],
];

/** Each section with its rows. What §3.10.8 says of timeouts takes longer: see below. */
const SECTIONS: readonly (readonly [string, readonly Row[]])[] = [
  ['§3.10.1 OPEN', OPEN],
  ['§3.10.2 SEND', SEND],
  ['§3.10.3 RECEIVE', RECEIVE],
  ['§3.10.4 CLOSE', CLOSE],
  ['§3.10.5 ABORT', ABORT],
  ['§3.10.7.1 SEGMENT ARRIVES in CLOSED', ARRIVES_IN_CLOSED],
  ['§3.10.7.2 SEGMENT ARRIVES in LISTEN', ARRIVES_IN_LISTEN],
  ['§3.10.7.3 SEGMENT ARRIVES in SYN-SENT', ARRIVES_IN_SYN_SENT],
  ['§3.10.7.4 SEGMENT ARRIVES otherwise, first: the sequence number', FIRST_CHECK],
  ['§3.10.7.4 SEGMENT ARRIVES otherwise, second: RST', SECOND_CHECK],
  ['§3.10.7.4 SEGMENT ARRIVES otherwise, fourth: SYN', FOURTH_CHECK],
  ['§3.10.7.4 SEGMENT ARRIVES otherwise, fifth: ACK', FIFTH_CHECK],
  ['§3.10.7.4 SEGMENT ARRIVES otherwise, seventh: the text', SEVENTH_CHECK],
  ['§3.10.7.4 SEGMENT ARRIVES otherwise, eighth: FIN', EIGHTH_CHECK],
];

describe.each(SECTIONS)('%s', (_, rows) => {
  it.each(rows)('in %s: %s → %s', (from, events, to) => {
    const script = events.split('; ').map(event => `200 ${event}`);
    const { expected, actual } = play([WAYS[from], ...script, `200 state ${to}`].join('\n').trim(), settingsOf(from));
    expect(actual).toEqual(expected);
  });
});

describe('§3.10.8 TIMEOUTS', () => {
  it.each<Row>([
    // RETRANSMISSION TIMEOUT: the first segment of the queue goes out once more.
    ['SYN-SENT', '1000 host SYN seq=0 (retransmission timeout)', 'SYN-SENT'],
    ['SYN-RECEIVED', '1000 host SYN,ACK seq=0 ack=1 (retransmission timeout)', 'SYN-RECEIVED'],
    [
      'ESTABLISHED',
      '110 program write 10; 110 host PSH,ACK seq=1 len=10; 410 host PSH,ACK seq=1 len=10 (retransmission timeout)',
      'ESTABLISHED',
    ],
    [
      'CLOSE-WAIT',
      '110 program write 10; 110 host PSH,ACK seq=1 len=10; 410 host PSH,ACK seq=1 len=10 (retransmission timeout)',
      'CLOSE-WAIT',
    ],
    ['FIN-WAIT-1', '400 host FIN,ACK seq=1 ack=1 (retransmission timeout)', 'FIN-WAIT-1'],
    ['CLOSING', '400 host FIN,ACK seq=1 ack=2 (retransmission timeout)', 'CLOSING'],
    ['LAST-ACK', '410 host FIN,ACK seq=1 ack=2 (retransmission timeout)', 'LAST-ACK'],
  ])('in %s the segment that is not acknowledged is sent again: %s', (from, events, to) => {
    const lines = events.split('; ');
    const last = Number(lines.at(-1)!.split(' ')[0]);
    const { expected, actual } = play(
      [WAYS[from], ...lines, `${last} state ${to}`].join('\n').trim(),
      settingsOf(from),
    );
    expect(actual).toEqual(expected);
  });

  // USER TIMEOUT: as long as Linux tries. 1 s doubles with each of six SYNs; 300 ms up to 120 s with each of fifteen segments.
  it('the user of a connection that cannot be opened is told after six more SYNs', () => {
    const again = [1, 3, 7, 15, 31, 63].map(seconds => `${seconds}000 host SYN seq=0`);
    const { expected, actual } = play(
      [SYN_SENT, ...again, '127000 told timed out', '127001 state CLOSED'].join('\n'),
      settingsOf('SYN-SENT'),
    );
    expect(actual).toEqual(expected);
  });

  it('the user of an open connection is told after fifteen more segments', () => {
    const pauses = Array.from({ length: 16 }, (_, i) => Math.min(120_000, 300 * 2 ** i));
    const times = pauses.map((_, i) => 100 + pauses.slice(0, i).reduce((sum, pause) => sum + pause, 0));
    const end = times[15] + pauses[15];
    const sent = times.map(at => `${at} host PSH,ACK seq=1 len=10`);
    const { expected, actual } = play(
      [
        ESTABLISHED,
        '100 told connected',
        '100 program write 10',
        ...sent,
        `${end} told timed out`,
        `${end + 1} state CLOSED`,
      ].join('\n'),
    );
    expect(actual).toEqual(expected);
  });

  it('a router’s word that there is no way is told instead, where one has come: RFC 1122 §4.2.3.9', () => {
    const script = [SYN_SENT, '10 program unreachable', '10 told unreachable', '10 state CLOSED'].join('\n');
    const { expected, actual } = play(script, settingsOf('SYN-SENT'));
    expect(actual).toEqual(expected);
  });

  it('TIME-WAIT TIMEOUT: the connection is forgotten after 60 s, counted from the last FIN', () => {
    const script = [
      WAYS['TIME-WAIT'],
      '30000 peer FIN,ACK seq=1 ack=2',
      '30000 host ACK seq=2 ack=2',
      '89999 state TIME-WAIT',
      '90001 state CLOSED',
    ].join('\n');
    const { expected, actual } = play(script);
    expect(actual).toEqual(expected);
  });
});

function settingsOf(from: string): Settings {
  return { opening: CONNECTS.includes(from) ? 'connects' : 'listens' };
}
