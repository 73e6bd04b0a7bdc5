// How connections are opened, closed, broken off and kept. Situations of packetdrill's tests: see test/packetdrill.ts.
import { OPEN, segments, situations } from '../../../../test/packetdrill';

situations('connection set-up', [
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
]);

situations('close and shutdown', [
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
]);

situations('resets', [
  [
    // Not among packetdrill's: Linux 6.18 does so on its loopback.
    'octets for a program that has closed are answered as where there is no connection',
    `${OPEN}
     110  program closeSocket
     110  host FIN,ACK seq=1
     120  peer ACK seq=1 ack=2
     130  peer PSH,ACK seq=1 ack=2 len=1000
     130  host RST seq=2 (refusal)
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
]);

situations('keep-alive', [
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
]);
