// In what the servers differ: npm sofa-rpc-node 2.10.0 with dubbo-remoting 2.1.4, and npm apache-dubbo-service 0.0.1.
import type { Type } from '../../idl/types';
import { Dynamic, type Outcome, type ServiceError, type Value } from '../../idl/value';
import { type DubboHeader, HESSIAN2 } from '../../wire/dubbo/header';
import { OK, SERVER_ERROR, SERVICE_NOT_FOUND } from '../../wire/dubbo/statuses';
import type { HessianWriter } from '../../wire/hessian2/hessian-writer';
import type { Outgoing } from '../protocol';
import type { JavaTypes } from './java-types';
import { RPC_RESPONSE } from './kinds';
import { writeHeartbeat, writeMessage } from './message';
import { countBetweenSemicolons, countParameters } from './parameter-types';
import { writePlain } from './plain-values';
import type { Attachments, RequestBody } from './request-body';
import { writeErrorMessage, writeReturnValue } from './response-body';
import { NULL_VALUE, VALUE, WITH_EXCEPTION } from './return-value-types';
import type { Settings } from './settings';
import { writeTyped } from './typed-values';

/** The version since which responses may have attachments, and the only one of those here that has them. */
const WITH_RESPONSE_ATTACHMENTS = '2.0.2';

export interface ServerFlavour {
  /** How many arguments the server takes to be there. */
  countArguments(parameterTypes: string): number;
  unknownMethod(requestId: bigint, request: RequestBody): Outgoing;
  reply(requestId: bigint, request: RequestBody, type: Type, outcome: Outcome): Outgoing;
  /** The answer to a heartbeat. */
  heartbeat(requestId: bigint): Outgoing;
}

type Results = Settings['results'];

/** Every failure is the status SERVER_ERROR and a message. */
export function sofa(java: JavaTypes, results: Results): ServerFlavour {
  const failed = (requestId: bigint, message: string) =>
    respond(requestId, SERVER_ERROR, hessian => writeErrorMessage(hessian, message, undefined));
  return {
    countArguments: countParameters,
    unknownMethod: (requestId, { serviceName, serviceVersion, methodName }) =>
      failed(requestId, `Can not find method: ${serviceName}:${serviceVersion}#${methodName}()`),
    reply(requestId, _, type, outcome) {
      if (outcome.kind === 'threw') return failed(requestId, outcome.error.message || 'Exception caught in invocation');
      const { value } = outcome;
      return respond(requestId, OK, hessian => {
        if (isFalsy(value, results)) writeBare(hessian, value);
        else writeReturnValue(hessian, VALUE, () => writeResult(hessian, java, results, type, value), undefined);
      });
    },
    heartbeat: requestId => writeHeartbeat({ kind: 'response', twoWay: false, status: OK, requestId }),
  };
}

/** A mistake of dubbo-remoting's: what JavaScript takes for false has no type before it. 0 reads as RESPONSE_WITH_EXCEPTION. */
function writeBare(hessian: HessianWriter, value: Value): void {
  hessian.begin(RPC_RESPONSE);
  writePlain(hessian, value, 'result');
  hessian.end();
}

/** An exception of the service is a response like any other; an unknown method is a status. */
export function apache(java: JavaTypes, results: Results): ServerFlavour {
  return {
    // Simplified: for an argument that it has not counted the function gets the context of the call.
    countArguments: countBetweenSemicolons,
    unknownMethod(requestId, { dubboVersion, serviceName, serviceVersion, methodName }) {
      const wanted = `${serviceName} and ${methodName}, group:, version:${serviceVersion}`;
      const message = `SERVICE_NOT_FOUND#Service not found with ${wanted}`;
      return respond(requestId, SERVICE_NOT_FOUND, hessian =>
        writeErrorMessage(hessian, message, attachmentsFor(dubboVersion)),
      );
    },
    reply(requestId, { dubboVersion }, type, outcome) {
      const attachments = attachmentsFor(dubboVersion);
      return respond(requestId, OK, hessian => {
        if (outcome.kind === 'threw')
          writeReturnValue(hessian, WITH_EXCEPTION, () => writeException(hessian, outcome.error), attachments);
        // A mistake here too: what JavaScript takes for false becomes null.
        else if (isFalsy(outcome.value, results)) writeReturnValue(hessian, NULL_VALUE, () => {}, attachments);
        else {
          const { value } = outcome;
          writeReturnValue(hessian, VALUE, () => writeResult(hessian, java, results, type, value), attachments);
        }
      });
    },
    heartbeat: () => writeHeartbeat({ kind: 'response', twoWay: true, status: 0, requestId: 0n }),
  };
}

/** The message alone, where a Java server writes an object of the exception's class. */
function writeException(hessian: HessianWriter, { message }: ServiceError): void {
  hessian.string(message, 'error');
}

function attachmentsFor(dubboVersion: string): Attachments | undefined {
  return dubboVersion === WITH_RESPONSE_ATTACHMENTS ? [['dubbo', WITH_RESPONSE_ATTACHMENTS]] : undefined;
}

function writeResult(hessian: HessianWriter, java: JavaTypes, results: Results, type: Type, value: Value): void {
  if (results === 'typed') writeTyped(hessian, java, type, value, 'result');
  else writePlain(hessian, value, 'result');
}

/** Whether JavaScript takes what the function returned for false. A value with a Java type is an object, and that is true. */
function isFalsy(value: Value, results: Results): boolean {
  if (value instanceof Dynamic) return isFalsy(value.value, results);
  return value === null || (results === 'plain' && !value);
}

function respond(requestId: bigint, status: number, writeBody: (hessian: HessianWriter) => void): Outgoing {
  const header: DubboHeader = {
    kind: 'response',
    twoWay: false,
    event: false,
    serialization: HESSIAN2,
    status,
    requestId,
  };
  return writeMessage(header, writeBody);
}
