// The kinds of field of a Dubbo header. Names are those of the Dubbo2 Protocol Specification (dubbo.apache.org, reference/protocols/tcp).
import { defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';
import { statusName } from './statuses';

function dubbo(
  name: string,
  role: FieldKind['role'],
  reads: FieldKind['reads'],
  bits?: FieldKind['bits'],
): FieldKindId {
  return defineFieldKind({ format: 'dubbo', name, role, spec: 'Dubbo2 Protocol Specification', reads, bits });
}

export const HEADER = dubbo('header', 'group', 'hex');
export const MAGIC = dubbo('Magic', 'tag', 'hex');
export const FLAG = dubbo('flag', 'flags', 'hex', [
  { name: 'Req/Res', firstBit: 0, bits: 1 },
  { name: '2 Way', firstBit: 1, bits: 1 },
  { name: 'Event', firstBit: 2, bits: 1 },
  { name: 'Serialization ID', firstBit: 3, bits: 5 },
]);
/** Of a response: how it went, a number and its name. Of a request the octet has no meaning and is 0. */
export const STATUS = dubbo('Status', 'value', ([status]) => {
  const name = statusName(status);
  return name === undefined ? status : `${status} ${name}`;
});
export const REQUEST_ID = dubbo('Request ID', 'identifier', 'uint');
export const DATA_LENGTH = dubbo('Data Length', 'length', 'uint');
