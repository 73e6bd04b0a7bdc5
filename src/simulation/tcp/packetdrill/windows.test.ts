// How much may be under way: for the network's sake, and for the peer's. Situations of packetdrill's tests: see test/packetdrill.ts.
import { OPEN, segments, situations } from '../../../../test/packetdrill';

situations('slow start', [
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
]);

situations('windows', [
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
]);
