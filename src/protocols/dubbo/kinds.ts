// The kinds of field of a Dubbo message's data; those of its header are in wire/dubbo. Names are those of the Dubbo2 Protocol
// Specification (dubbo.apache.org, reference/protocols/tcp), section "Variable Part", and of DecodeableRpcResult for the responses.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../wire/bytes/field-kind';
import { stringSizeReading, textReading } from '../../wire/hessian2/readings';
import { typeName } from './return-value-types';

function dubbo(
  name: string,
  role: FieldKind['role'],
  reads: FieldKind['reads'],
  parts: Partial<FieldKind> = {},
): FieldKindId {
  return defineFieldKind({ format: 'dubbo-body', name, role, spec: 'Dubbo2 Protocol Specification', reads, ...parts });
}

const SIZED: Partial<FieldKind> = { head: 'string length', headReads: stringSizeReading };
const text = (name: string, role: FieldKind['role']) => dubbo(name, role, textReading, SIZED);

export const RPC_REQUEST = dubbo('RPC request', 'group', 'hex');
export const DUBBO_VERSION = text('Dubbo version', 'tag');
export const SERVICE_NAME = text('Service name', 'name');
export const SERVICE_VERSION = text('Service version', 'tag');
export const METHOD_NAME = text('Method name', 'name');
export const PARAMETER_TYPES = text('Method parameter types', 'name');
export const ARGUMENTS = dubbo('Method arguments', 'group', 'hex');
export const ATTACHMENTS = dubbo('Attachments', 'group', 'hex');
/** A name and its text. */
export const ATTACHMENT = dubbo('attachment', 'group', 'hex');

export const RPC_RESPONSE = dubbo('RPC response', 'group', 'hex');
/** An int of one octet, counted from 0x90. */
export const RETURN_VALUE_TYPE = dubbo('Return value type', 'tag', ([octet]) => typeName(octet - 0x90));
/** What stands instead of a return value when the status is not OK. */
export const ERROR_MESSAGE = text('error message', 'value');

/** The data of an event: null in a heartbeat. */
export const EVENT_DATA = dubbo('event data', 'group', 'hex');
