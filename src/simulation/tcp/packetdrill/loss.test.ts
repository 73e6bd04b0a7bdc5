// What is lost, how that is noticed, and what is sent again. Situations of packetdrill's tests: see test/packetdrill.ts.
import { OPEN, OPEN_SACK, segments, situations } from '../../../../test/packetdrill';

situations('loss', [
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
]);
