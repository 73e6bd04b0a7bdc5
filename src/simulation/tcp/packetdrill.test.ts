// The situations of google/packetdrill's public tests of TCP, in our own words: what a Linux host does against a peer that follows a script.
// Each names the file below gtests/net/tcp that has the situation. Linux cuts what a test writes at once into segments that leave
// together; here each is a line of its own. Where it sends earlier than RFC 6675 and RFC 6298 (tail loss probes, RACK, PRR), the RFCs count.
import { describe, expect, it } from 'vitest';
import { play, type Settings } from '../../../test/scripted-peer';

/** A server with a client 100 ms away, segments of 1000 octets, a window of 65535. */
const open = (syn: string) => `
  0    peer SYN seq=0 win=65535 mss=1000 ${syn}
  0    host SYN,ACK seq=0 ack=1
  100  peer ACK seq=1 ack=1 win=65535`;
const OPEN = open('');
const OPEN_SACK = open('sack');

/** Segments of 1000 octets, from number `from` (the first is 0) to before `to`; `end`: the last ends a write. */
function segments(at: number, from: number, to: number, end: 'PSH,ACK' | 'ACK' = 'PSH,ACK'): string {
  return Array.from({ length: to - from }, (_, i) => {
    const flags = from + i + 1 === to ? end : 'ACK';
    return `${at} host ${flags} seq=${1 + 1000 * (from + i)} len=1000`;
  }).join('\n');
}

type Situation = readonly [file: string, script: string, settings?: Settings];

const CONNECTION_SET_UP: readonly Situation[] = [
  [
    'blocking/blocking-connect: the client opens, and is connected with the answer',
    `0    program connect
     0    host SYN seq=0 win=64240 mss=1460 wscale=10 permitted ts=0/0
     100  peer SYN,ACK seq=0 ack=1 win=5792 mss=1460 wscale=2 sack
     100  host ACK seq=1 ack=1
     100  told connected
     100  rto 300`,
    { opening: 'connects' },
  ],
  [
    'blocking/blocking-accept: the server is connected with the third segment',
    `0    peer SYN seq=0 win=65535 mss=1000 sack wscale=7
     0    host SYN,ACK seq=0 ack=1 mss=1460 wscale=10 permitted
     100  peer ACK seq=1 ack=1 win=512
     100  told connected
     100  state ESTABLISHED`,
  ],
  [
    'fastopen/client/syn-data-timeout (without Fast Open): a SYN that nobody answers is sent again after 1, 2 and 4 s',
    `0     program connect
     0     host SYN seq=0
     1000  host SYN seq=0 (retransmission timeout)
     3000  host SYN seq=0 (retransmission timeout)
     7000  host SYN seq=0 (retransmission timeout)
     7100  peer SYN,ACK seq=0 ack=1 win=65535 mss=1000
     7100  host ACK seq=1 ack=1
     7100  cwnd 1000
     7100  rto 3000`,
    { opening: 'connects' },
  ],
  [
    'fastopen/server/client-ack-dropped-then-recovery (without Fast Open): a SYN-ACK that is not acknowledged is sent again',
    `0     peer SYN seq=0 win=65535 mss=1000
     0     host SYN,ACK seq=0 ack=1
     1000  host SYN,ACK seq=0 ack=1 (retransmission timeout)
     1100  peer ACK seq=1 ack=1 win=65535
     1100  state ESTABLISHED`,
  ],
  [
    'fastopen/client/simultaneous-fast-open (without Fast Open): both sides open at once',
    `0    program connect
     0    host SYN seq=0
     50   peer SYN seq=0 win=65535 mss=1000
     50   host SYN,ACK seq=0 ack=1
     100  peer SYN,ACK seq=0 ack=1 win=65535 mss=1000
     100  host ACK seq=1 ack=1
     100  told connected
     100  state ESTABLISHED`,
    { opening: 'connects' },
  ],
];

const CLOSE: readonly Situation[] = [
  [
    'close/close-local-close-then-remote-fin: this side closes first',
    `${OPEN}
     200  program write 1000
     200  host PSH,ACK seq=1 len=1000
     300  peer ACK seq=1 ack=1001 win=65535
     300  program close
     300  host FIN,ACK seq=1001 ack=1
     400  peer ACK seq=1 ack=1002 win=65535
     400  state FIN-WAIT-2
     410  peer FIN,ACK seq=1 ack=1002 win=65535
     410  host ACK seq=1002 ack=2
     410  state TIME-WAIT`,
  ],
  [
    'close/close-remote-fin-then-close: the peer closes first',
    `${OPEN}
     200  peer FIN,ACK seq=1 ack=1
     200  host ACK seq=1 ack=2
     200  state CLOSE-WAIT
     300  program close
     300  host FIN,ACK seq=1 ack=2
     400  peer ACK seq=2 ack=2
     400  state CLOSED`,
  ],
  [
    'close/close-on-syn-sent: a connection that is given up while it opens sends no reset before it is answered',
    `0    program connect
     0    host SYN seq=0
     50   program close
     100  peer SYN,ACK seq=0 ack=1
     100  host RST seq=1 (refusal)`,
    { opening: 'connects' },
  ],
  [
    'shutdown/shutdown-wr-close: a side that has closed still reads',
    `${OPEN}
     110  program close
     110  host FIN,ACK seq=1
     120  peer ACK seq=1 ack=2
     130  peer PSH,ACK seq=1 ack=2 len=1000
     130  host ACK seq=2 ack=1001
     130  told 1000 octets
     150  peer FIN,ACK seq=1001 ack=2
     150  host ACK seq=2 ack=1002
     150  told end of stream`,
  ],
  [
    'shutdown/shutdown-rdwr-write-queue-close: what is under way gets to the peer though the program has closed',
    `${OPEN}
     110  program write 10000
     ${segments(110, 0, 10)}
     120  program closeSocket
     120  host FIN,ACK seq=10001
     220  peer ACK seq=1 ack=10002 win=65535
     230  peer FIN,ACK seq=1 ack=10002 win=65535
     230  host ACK seq=10002 ack=2
     230  state TIME-WAIT`,
  ],
  [
    'shutdown/shutdown-rdwr-send-queue-ack-close: FIN waits for what the windows hold back',
    `${OPEN}
     110  program write 15000
     ${segments(110, 0, 10, 'ACK')}
     120  program close
     210  peer ACK seq=1 ack=10001 win=65535
     ${segments(210, 10, 15)}
     210  host FIN,ACK seq=15001
     310  peer ACK seq=1 ack=15002 win=65535
     310  state FIN-WAIT-2`,
  ],
  [
    'shutdown/shutdown-rdwr-close: both directions at once, then the peer’s FIN',
    `${OPEN}
     110  program closeSocket
     110  host FIN,ACK seq=1
     120  peer ACK seq=1 ack=2
     130  peer FIN,ACK seq=1 ack=2
     130  host ACK seq=2 ack=2`,
  ],
  [
    'shutdown/shutdown-rd-wr-close and user_timeout/user_timeout: FIN is sent again, with longer and longer pauses',
    `${OPEN}
     200   program close
     200   host FIN,ACK seq=1
     500   host FIN,ACK seq=1 (retransmission timeout)
     1100  host FIN,ACK seq=1 (retransmission timeout)
     2300  host FIN,ACK seq=1 (retransmission timeout)
     2400  peer ACK seq=1 ack=2
     2400  state FIN-WAIT-2`,
  ],
];

const RESETS: readonly Situation[] = [
  [
    'fastopen/server/unread-data-closed-trigger-rst: octets for a program that has closed are answered with a reset',
    `${OPEN}
     110  program closeSocket
     110  host FIN,ACK seq=1
     120  peer ACK seq=1 ack=2
     130  peer PSH,ACK seq=1 ack=2 len=1000
     130  host RST,ACK seq=2
     130  state CLOSED`,
  ],
  [
    'fastopen/server/reset-close-with-unread-data: a program that closes with octets unread resets',
    `${OPEN}
     110  program pause
     120  peer PSH,ACK seq=1 ack=1 len=1000
     120  host ACK ack=1001
     130  program closeSocket
     130  host RST,ACK seq=1 ack=1001
     130  state CLOSED`,
  ],
  [
    'fastopen/server/reset-after-accept: a reset ends the connection, and the program is told',
    `${OPEN}
     110  peer RST,ACK seq=1 ack=1
     110  told reset
     110  state CLOSED`,
  ],
  [
    'fastopen/server/listener-closed-trigger-rst: where nobody listens, a SYN is refused',
    `0    peer SYN seq=0 mss=1000
     0    host RST,ACK ack=1 (refusal)
     0    state CLOSED`,
    { opening: 'connects' },
  ],
  [
    'validate/validate-established-no-flags: a segment without ACK is dropped',
    `${OPEN}
     110  peer PSH seq=1 len=1000
     120  peer PSH,ACK seq=1 ack=1 len=1000
     120  host ACK seq=1 ack=1001
     120  told 1000 octets`,
  ],
];

const TIMESTAMPS: readonly Situation[] = [
  [
    'ts_recent/fin_tsval: FIN has the timestamp of its own time',
    `0     peer SYN seq=0 win=20000 mss=1000 sack ts=100/0
     0     host SYN,ACK seq=0 ack=1 ts=0/100
     100   peer ACK seq=1 ack=1 ts=200/0
     1100  program close
     1100  host FIN,ACK seq=1 ts=1100/200`,
  ],
  [
    'ts_recent/reset_tsval: and so has RST',
    `0     peer SYN seq=0 win=20000 mss=1000 sack ts=100/0
     0     host SYN,ACK seq=0 ack=1 ts=0/100
     100   peer ACK seq=1 ack=1 ts=200/0
     110   peer PSH,ACK seq=1 ack=1 len=1000 ts=201/0
     110   host ACK ack=1001 ts=110/201
     1100  program abort
     1100  host RST,ACK seq=1 ts=1100/201`,
  ],
  [
    'ts_recent/invalid_ack: the timestamp of a segment with an impossible acknowledgment is not taken over (RFC 9293 has it answered)',
    `0     peer SYN seq=0 win=20000 mss=1000 sack ts=100/0
     0     host SYN,ACK seq=0 ack=1 ts=0/100
     100   peer ACK seq=1 ack=1 ts=200/0
     110   peer FIN,ACK seq=1 ack=9999 ts=200000/0
     110   host ACK seq=1 ack=1 ts=110/200 (challenge)
     120   peer PSH,ACK seq=1 ack=1 len=1000 ts=201/0
     120   host ACK ack=1001 ts=120/201`,
  ],
  [
    'RFC 7323 §5 (PAWS): a segment older than one that has come in is not taken',
    `0     peer SYN seq=0 win=20000 mss=1000 ts=100/0
     0     host SYN,ACK seq=0 ack=1
     100   peer ACK seq=1 ack=1 ts=200/0
     110   peer PSH,ACK seq=1 ack=1 len=1000 ts=150/0
     110   host ACK seq=1 ack=1`,
  ],
  [
    'RFC 7323 §4: a segment that was sent again is measured by its timestamp, and the backoff ends',
    `0     peer SYN seq=0 win=20000 mss=1000 ts=100/0
     0     host SYN,ACK seq=0 ack=1
     100   peer ACK seq=1 ack=1 ts=200/0
     100   rto 300
     100   program write 500
     100   host PSH,ACK seq=1 len=500 ts=100/200
     400   host PSH,ACK seq=1 len=500 ts=400/200
     401   rto 600
     500   peer ACK seq=1 ack=501 ts=600/400
     500   rto 300`,
  ],
];

const SEGMENT_SIZE: readonly Situation[] = [
  [
    'mss/mss-setsockopt-tcp_maxseg-server: the smaller of both sides’ sizes',
    `0    peer SYN seq=0 win=65535 mss=1100
     0    host SYN,ACK seq=0 ack=1 mss=1460
     100  peer ACK seq=1 ack=1 win=65535
     100  program write 2300
     100  host ACK seq=1 len=1100
     100  host ACK seq=1101 len=1100
     100  host PSH,ACK seq=2201 len=100`,
  ],
  [
    'mss/mss-getsockopt-tcp_maxseg-server: timestamps take twelve octets of each segment',
    `0    peer SYN seq=0 win=65535 mss=1012 ts=100/0
     0    host SYN,ACK seq=0 ack=1
     100  peer ACK seq=1 ack=1 win=65535 ts=200/0
     100  program write 2000
     100  host ACK seq=1 len=1000
     100  host PSH,ACK seq=1001 len=1000`,
  ],
  [
    'gro/gro-mss-option: a peer that names no size gets segments of 536 octets',
    `0    peer SYN seq=0 win=65535
     0    host SYN,ACK seq=0 ack=1
     100  peer ACK seq=1 ack=1 win=65535
     100  program write 600
     100  host ACK seq=1 len=536
     100  host PSH,ACK seq=537 len=64`,
  ],
];

const SLOW_START: readonly Situation[] = [
  [
    'slow_start/slow-start-ack-per-1pkt: one more segment for each that is acknowledged',
    `${OPEN}
     100  program write 30000
     ${segments(100, 0, 10, 'ACK')}
     100  cwnd 10000
     200  peer ACK seq=1 ack=1001 win=65535
     ${segments(200, 10, 12, 'ACK')}
     200  cwnd 11000
     205  peer ACK seq=1 ack=2001 win=65535
     ${segments(205, 12, 14, 'ACK')}
     205  cwnd 12000`,
  ],
  [
    'slow_start/slow-start-ack-per-2pkt: two more for two',
    `${OPEN}
     100  program write 30000
     ${segments(100, 0, 10, 'ACK')}
     200  peer ACK seq=1 ack=2001 win=65535
     ${segments(200, 10, 14, 'ACK')}
     200  cwnd 12000`,
  ],
  [
    'slow_start/slow-start-ack-per-4pkt: four more for four',
    `${OPEN}
     100  program write 30000
     ${segments(100, 0, 10, 'ACK')}
     200  peer ACK seq=1 ack=4001 win=65535
     ${segments(200, 10, 18, 'ACK')}
     200  cwnd 14000`,
  ],
  [
    'slow_start/slow-start-app-limited: ten segments make a window of twenty',
    `${OPEN}
     100  program write 10000
     ${segments(100, 0, 10)}
     205  peer ACK seq=1 ack=2001 win=65535
     205  cwnd 12000
     210  peer ACK seq=1 ack=6001 win=65535
     210  cwnd 16000
     220  peer ACK seq=1 ack=10001 win=65535
     220  cwnd 20000`,
  ],
  [
    'slow_start/slow-start-after-idle: after two silent seconds the window is the initial one again',
    `${OPEN}
     100   program write 26000
     ${segments(100, 0, 10, 'ACK')}
     200   peer ACK seq=1 ack=10001 win=65535
     ${segments(200, 10, 26)}
     300   peer ACK seq=1 ack=26001 win=65535
     300   cwnd 36000
     2300  program write 20000
     ${segments(2300, 26, 36, 'ACK')}
     2300  cwnd 10000`,
  ],
  [
    'slow_start/slow-start-after-win-update: a closed window is probed after 0.3, 0.6 and 1.2 s',
    `${OPEN}
     100   program write 2000
     ${segments(100, 0, 2)}
     200   peer ACK seq=1 ack=2001 win=0
     200   program write 2000
     500   host ACK seq=2000 (window probe)
     1100  host ACK seq=2000 (window probe)
     2300  host ACK seq=2000 (window probe)
     2400  peer ACK seq=1 ack=2001 win=65535
     ${segments(2400, 2, 4)}`,
  ],
];

const WINDOWS: readonly Situation[] = [
  [
    'tcp_info/tcp-info-rwnd-limited: the peer’s window is kept to',
    `0    peer SYN seq=0 win=3000 mss=1000
     0    host SYN,ACK seq=0 ack=1
     100  peer ACK seq=1 ack=1 win=3000
     100  program write 5000
     ${segments(100, 0, 3, 'ACK')}
     200  peer ACK seq=1 ack=2001 win=3000
     ${segments(200, 3, 5)}`,
  ],
  [
    'user_timeout/user-timeout-probe: a peer that answers no probe is given up, in the end',
    `${OPEN}
     100  peer ACK seq=1 ack=1 win=0
     100  program write 24
     400     host ACK seq=0 (window probe)
     1000    host ACK seq=0 (window probe)
     2200    host ACK seq=0 (window probe)
     4600    host ACK seq=0 (window probe)
     9400    host ACK seq=0 (window probe)
     19000   host ACK seq=0 (window probe)
     38200   host ACK seq=0 (window probe)
     76600   host ACK seq=0 (window probe)
     153400  host ACK seq=0 (window probe)
     273400  host ACK seq=0 (window probe)
     393400  host ACK seq=0 (window probe)
     513400  host ACK seq=0 (window probe)
     633400  host ACK seq=0 (window probe)
     753400  host ACK seq=0 (window probe)
     873400  host ACK seq=0 (window probe)
     993400  told timed out`,
  ],
  [
    'RFC 9293 §3.8.6.2.1: a window too small for a segment is filled when the timer says so',
    `${OPEN}
     100  peer ACK seq=1 ack=1 win=400
     100  program write 1000
     400  host ACK seq=1 len=400 (window probe)
     500  peer ACK seq=1 ack=401 win=65535
     500  host PSH,ACK seq=401 len=600`,
  ],
  [
    'epoll/epoll_in_edge: octets that nobody reads close the window; reading opens it, and the peer is told',
    `0    peer SYN seq=0 win=65535 mss=1000
     0    host SYN,ACK seq=0 ack=1 win=1460
     100  peer ACK seq=1 ack=1
     100  program pause
     110  peer PSH,ACK seq=1 ack=1 len=1000
     110  host ACK ack=1001 win=1000
     120  peer PSH,ACK seq=1001 ack=1 len=1000
     120  host ACK ack=2001 win=0
     200  peer ACK seq=2000 ack=1
     200  host ACK ack=2001 win=0
     300  program resume
     300  host ACK ack=2001 win=2000
     300  told 1000 octets
     300  told 1000 octets`,
    { options: { receiveBuffer: 2000 } },
  ],
  [
    'RFC 9293 §3.8.6.1: what comes in at a closed window is not taken, but its acknowledgment is',
    `0    peer SYN seq=0 win=65535 mss=1000
     0    host SYN,ACK seq=0 ack=1
     100  peer ACK seq=1 ack=1
     100  program pause
     110  peer PSH,ACK seq=1 ack=1 len=1000
     110  host ACK ack=1001 win=0
     120  program write 10
     120  host PSH,ACK seq=1 len=10 win=0
     200  peer PSH,ACK seq=1001 ack=11 len=1
     200  host ACK seq=11 ack=1001 win=0
     900  state ESTABLISHED`,
    { options: { receiveBuffer: 1000 } },
  ],
];

const NAGLE: readonly Situation[] = [
  [
    'nagle/sockopt_cork_nodelay: with TCP_NODELAY each write leaves at once',
    `${OPEN}
     110  program write 40
     110  host PSH,ACK seq=1 len=40
     160  program write 40
     160  host PSH,ACK seq=41 len=40`,
  ],
  [
    'nagle/sendmsg_msg_more: small writes wait for the acknowledgment, and go together',
    `${OPEN}
     110  program write 40
     110  host PSH,ACK seq=1 len=40
     120  program write 40
     130  program write 40
     210  peer ACK seq=1 ack=41 win=65535
     210  host PSH,ACK seq=41 len=80`,
    { options: { nagle: true } },
  ],
  [
    'nagle/https_client: a full segment does not wait, the rest of it does',
    `${OPEN}
     110  program write 40
     110  host PSH,ACK seq=1 len=40
     120  program write 1500
     120  host ACK seq=41 len=1000
     210  peer ACK seq=1 ack=1041 win=65535
     210  host PSH,ACK seq=1041 len=500`,
    { options: { nagle: true } },
  ],
];

const LOSS: readonly Situation[] = [
  [
    'limited_transmit/limited-transmit-no-sack: each of the first two duplicates lets a segment go; it was only reordering',
    `${OPEN}
     100  program write 15000
     ${segments(100, 0, 10, 'ACK')}
     210  peer ACK seq=1 ack=1 win=65535
     ${segments(210, 10, 11, 'ACK')}
     220  peer ACK seq=1 ack=1 win=65535
     ${segments(220, 11, 12, 'ACK')}
     230  peer ACK seq=1 ack=3001 win=65535
     ${segments(230, 12, 15)}
     230  cwnd 13000`,
  ],
  [
    'limited_transmit/limited-transmit-sack: and so with SACK',
    `${OPEN_SACK}
     100  program write 15000
     ${segments(100, 0, 10, 'ACK')}
     210  peer ACK seq=1 ack=1 win=65535 sack=1001-2001
     ${segments(210, 10, 11, 'ACK')}
     220  peer ACK seq=1 ack=1 win=65535 sack=1001-3001
     ${segments(220, 11, 12, 'ACK')}
     230  peer ACK seq=1 ack=3001 win=65535
     ${segments(230, 12, 15)}`,
  ],
  [
    'fast_retransmit/fr-4pkt: three duplicates, and the first of four segments is sent again',
    `${OPEN}
     110  program write 4000
     ${segments(110, 0, 4)}
     210  peer ACK seq=1 ack=1 win=65535
     211  peer ACK seq=1 ack=1 win=65535
     212  peer ACK seq=1 ack=1 win=65535
     212  host ACK seq=1 len=1000 (fast retransmit)
     212  ssthresh 2000
     212  cwnd 5000
     310  peer ACK seq=1 ack=4001 win=65535
     310  cwnd 2000`,
    { options: { congestionControl: 'new-reno' } },
  ],
  [
    'fast_retransmit/fr-4pkt-sack: the same with SACK',
    `${OPEN_SACK}
     110  program write 4000
     ${segments(110, 0, 4)}
     210  peer ACK seq=1 ack=1 win=65535 sack=1001-2001
     211  peer ACK seq=1 ack=1 win=65535 sack=1001-3001
     212  peer ACK seq=1 ack=1 win=65535 sack=1001-4001
     212  host ACK seq=1 len=1000 (fast retransmit)
     310  peer ACK seq=1 ack=4001 win=65535
     310  state ESTABLISHED`,
  ],
  [
    'fast_retransmit/fr-4pkt-fack-last-mss: one block far enough behind the gap is as good as three duplicates',
    `${OPEN_SACK}
     110  program write 4000
     ${segments(110, 0, 4)}
     210  peer ACK seq=1 ack=1 win=65535 sack=1001-4001
     210  host ACK seq=1 len=1000 (fast retransmit)`,
  ],
  [
    'fast_recovery/prr-ss-10pkt-lost-1: CUBIC keeps seven of ten segments; each that leaves the network lets a new one in',
    `${OPEN_SACK}
     100  program write 17000
     ${segments(100, 0, 10, 'ACK')}
     210  peer ACK seq=1 ack=1 win=65535 sack=1001-2001
     ${segments(210, 10, 11, 'ACK')}
     220  peer ACK seq=1 ack=1 win=65535 sack=1001-3001
     ${segments(220, 11, 12, 'ACK')}
     230  peer ACK seq=1 ack=1 win=65535 sack=1001-4001
     230  host ACK seq=1 len=1000 (fast retransmit)
     230  ssthresh 8400
     240  peer ACK seq=1 ack=1 win=65535 sack=1001-5001
     250  peer ACK seq=1 ack=1 win=65535 sack=1001-6001
     ${segments(250, 12, 13, 'ACK')}
     330  peer ACK seq=1 ack=10001 win=65535
     ${segments(330, 13, 17)}
     340  peer ACK seq=1 ack=13001 win=65535
     340  cwnd 8400`,
  ],
  [
    'RFC 6582 §3.2: a partial acknowledgment tells of the next loss',
    `${OPEN}
     100  program write 6000
     ${segments(100, 0, 6)}
     210  peer ACK seq=1 ack=1 win=65535
     211  peer ACK seq=1 ack=1 win=65535
     212  peer ACK seq=1 ack=1 win=65535
     212  host ACK seq=1 len=1000 (fast retransmit)
     310  peer ACK seq=1 ack=3001 win=65535
     310  host ACK seq=3001 len=1000 (fast retransmit)
     410  peer ACK seq=1 ack=6001 win=65535
     410  cwnd 3000`,
    { options: { congestionControl: 'new-reno' } },
  ],
  [
    'sack/sack-shift-sacked-2-6-8-3-9-nofack: the scoreboard says what is lost, whatever the order of the blocks',
    `${OPEN_SACK}
     100  program write 10000
     ${segments(100, 0, 10)}
     200  peer ACK seq=1 ack=1 win=65535 sack=2001-3001
     201  peer ACK seq=1 ack=1 win=65535 sack=2001-3001,6001-7001
     202  peer ACK seq=1 ack=1 win=65535 sack=2001-3001,6001-7001,8001-9001
     202  host ACK seq=1 len=1000 (fast retransmit)
     202  host ACK seq=1001 len=1000 (fast retransmit)
     210  peer ACK seq=1 ack=1 win=65535 sack=2001-4001,6001-7001,8001-9001
     210  host ACK seq=4001 len=1000 (fast retransmit)
     220  peer ACK seq=1 ack=1 win=65535 sack=2001-4001,6001-7001,8001-10001
     220  host ACK seq=5001 len=1000 (fast retransmit)
     220  host ACK seq=7001 len=1000 (fast retransmit)
     300  peer ACK seq=1 ack=4001 win=65535 sack=6001-7001,8001-10001
     310  peer ACK seq=1 ack=7001 win=65535 sack=8001-10001
     400  peer ACK seq=1 ack=10001 win=65535
     400  ssthresh 7000`,
  ],
  [
    'sack/… from the other side: blocks tell what has come in, first the one that grew last; what comes twice is told too',
    `${OPEN_SACK}
     110  peer ACK seq=2001 ack=1 len=1000
     110  host ACK ack=1 sack=2001-3001
     120  peer ACK seq=4001 ack=1 len=1000
     120  host ACK ack=1 sack=4001-5001,2001-3001
     130  peer ACK seq=3001 ack=1 len=1000
     130  host ACK ack=1 sack=2001-5001
     140  peer ACK seq=1 ack=1 len=1000
     140  host ACK ack=1001 sack=2001-5001
     150  peer ACK seq=1 ack=1 len=1000
     150  host ACK ack=1001 sack=1-1001,2001-5001
     160  peer ACK seq=1001 ack=1 len=1000
     160  host ACK ack=5001`,
  ],
  [
    'cubic/cubic-rto-ss-ca-cwnd-bump: after the timer one segment, then slow start up to 0.7 of what it was',
    `${OPEN_SACK}
     100   program write 10000
     ${segments(100, 0, 10)}
     400   host ACK seq=1 len=1000 (retransmission timeout)
     401   cwnd 1000
     401   ssthresh 7000
     500   peer ACK seq=1 ack=1001 win=65535
     500   host ACK seq=1001 len=1000 (retransmission timeout)
     500   host ACK seq=2001 len=1000 (retransmission timeout)
     500   cwnd 2000
     600   peer ACK seq=1 ack=3001 win=65535
     600   host ACK seq=3001 len=1000 (retransmission timeout)
     600   host ACK seq=4001 len=1000 (retransmission timeout)
     600   host ACK seq=5001 len=1000 (retransmission timeout)
     600   host ACK seq=6001 len=1000 (retransmission timeout)
     600   cwnd 4000`,
  ],
  [
    'cubic/cubic-rack-reo-timeout-retrans-failed-incoming-data: each timeout doubles the next; a new measurement ends it',
    `${OPEN}
     100   rto 300
     200   program write 1000
     200   host PSH,ACK seq=1 len=1000
     500   host PSH,ACK seq=1 len=1000 (retransmission timeout)
     501   rto 600
     1100  host PSH,ACK seq=1 len=1000 (retransmission timeout)
     1101  rto 1200
     1200  peer ACK seq=1 ack=1001 win=65535
     1200  rto 1200
     1300  program write 1000
     1300  host PSH,ACK seq=1001 len=1000
     1400  peer ACK seq=1 ack=2001 win=65535
     1400  rto 300`,
  ],
  [
    'cwnd_moderation/cwnd-moderation-disorder-no-moderation: a duplicate does not narrow the window',
    `${OPEN_SACK}
     100  program write 4000
     ${segments(100, 0, 4)}
     200  peer ACK seq=1 ack=1 win=65535 sack=1001-2001
     200  cwnd 10000`,
  ],
];

const KEEP_ALIVE: readonly Situation[] = [
  [
    'fastopen/client/fastopen-connect-keepalive (without Fast Open): a silent peer is asked, and answers',
    `${OPEN}
     2100  host ACK seq=0 (keep-alive)
     2200  peer ACK seq=1 ack=1
     4200  host ACK seq=0 (keep-alive)
     4300  state ESTABLISHED`,
    { options: { keepAlive: 2000 } },
  ],
  [
    'RFC 9293 §3.8.4: a peer that answers none of nine probes is gone',
    `${OPEN}
     2100    host ACK seq=0 (keep-alive)
     77100   host ACK seq=0 (keep-alive)
     152100  host ACK seq=0 (keep-alive)
     227100  host ACK seq=0 (keep-alive)
     302100  host ACK seq=0 (keep-alive)
     377100  host ACK seq=0 (keep-alive)
     452100  host ACK seq=0 (keep-alive)
     527100  host ACK seq=0 (keep-alive)
     602100  host ACK seq=0 (keep-alive)
     677100  told timed out`,
    { options: { keepAlive: 2000 } },
  ],
  [
    'RFC 9293 §3.8.4: a probe is answered, though it brings nothing',
    `${OPEN}
     500  peer ACK seq=0 ack=1
     500  host ACK seq=1 ack=1`,
  ],
];

describe.each([
  ['connection set-up', CONNECTION_SET_UP],
  ['close and shutdown', CLOSE],
  ['resets', RESETS],
  ['timestamps', TIMESTAMPS],
  ['segment size', SEGMENT_SIZE],
  ['slow start', SLOW_START],
  ['windows', WINDOWS],
  ['Nagle’s algorithm', NAGLE],
  ['loss', LOSS],
  ['keep-alive', KEEP_ALIVE],
] as const)('%s', (_, situations) => {
  for (const [title, script, settings] of situations)
    it(title, () => {
      const { expected, actual } = play(script, settings);
      expect(actual).toEqual(expected);
    });
});
