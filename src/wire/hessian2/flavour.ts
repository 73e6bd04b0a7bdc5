// Where encoders of Hessian 2 differ in the octets of one and the same value, as recorded from them. All else is alike.

/** What an encoder chooses. */
export interface HessianFlavour {
  /** Octets of a chunk of binary data that is not the last. */
  readonly binaryChunk: number;
}

/**
 * Caucho's Java library, 4.0.38.
 *
 * Simplified: it ends a chunk where its output buffer of 8192 octets is full, so whatever stands before the binary data makes the
 * first chunk shorter. Here every chunk is as long as the first one of a message.
 */
export const CAUCHO: HessianFlavour = { binaryChunk: 8189 };

/** npm hessian.js 2.11.0, the encoder of Dubbo's implementations for Node. */
export const HESSIAN_JS: HessianFlavour = { binaryChunk: 4093 };
