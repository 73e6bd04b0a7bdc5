// What the data of a response with the status OK begin with: constants of org.apache.dubbo.rpc.protocol.dubbo.DubboCodec.

export const WITH_EXCEPTION = 0;
export const VALUE = 1;
export const NULL_VALUE = 2;
/** This much more when attachments follow. Since version 2.0.2 of the protocol. */
export const WITH_ATTACHMENTS = 3;
/** The greatest type. */
export const LAST_TYPE = NULL_VALUE + WITH_ATTACHMENTS;

const NAMES = ['RESPONSE_WITH_EXCEPTION', 'RESPONSE_VALUE', 'RESPONSE_NULL_VALUE'];

/** The number of a type and its name, where it has one. */
export function typeName(type: number): string {
  const name = NAMES[type % WITH_ATTACHMENTS];
  if (type < 0 || type > LAST_TYPE) return String(type);
  return `${type} ${name}${type >= WITH_ATTACHMENTS ? '_WITH_ATTACHMENTS' : ''}`;
}
