// How both hosts' TCP is set.

export interface TcpOptions {
  readonly congestionControl: 'cubic' | 'new-reno';
  /** Selective acknowledgements. RFC 2018. */
  readonly sack: boolean;
  /** RFC 7323 §2. */
  readonly windowScaling: boolean;
  /** Nagle's algorithm: RFC 9293 §3.7.4. The captured peers have it off (TCP_NODELAY). */
  readonly nagle: boolean;
  /** Milliseconds of silence after which an idle connection is probed. Absent: it is not. RFC 9293 §3.8.4. */
  readonly keepAlive?: number;
  /** Octets that a receiver holds which its program has not read. Absent: as Linux lets it grow. */
  readonly receiveBuffer?: number;
}

/** As Linux has it, but for Nagle's algorithm. */
export const LINUX_TCP: TcpOptions = { congestionControl: 'cubic', sack: true, windowScaling: true, nagle: false };
