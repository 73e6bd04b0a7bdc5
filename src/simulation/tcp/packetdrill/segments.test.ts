// What a segment holds: how much, with which timestamp, and when a small one goes. Situations of packetdrill's tests: see test/packetdrill.ts.
import { OPEN, situations } from '../../../../test/packetdrill';

situations('segment size', [
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
]);

situations('timestamps', [
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
]);

situations('Nagle’s algorithm', [
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
]);
