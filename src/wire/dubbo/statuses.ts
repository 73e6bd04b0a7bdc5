// The status octet of a Dubbo response: the constants of org.apache.dubbo.remoting.exchange.Response.

export const OK = 20;
export const SERVICE_NOT_FOUND = 60;
export const SERVER_ERROR = 80;

const NAMES: Readonly<Record<number, string>> = {
  [OK]: 'OK',
  25: 'SERIALIZATION_ERROR',
  30: 'CLIENT_TIMEOUT',
  31: 'SERVER_TIMEOUT',
  35: 'CHANNEL_INACTIVE',
  40: 'BAD_REQUEST',
  50: 'BAD_RESPONSE',
  [SERVICE_NOT_FOUND]: 'SERVICE_NOT_FOUND',
  70: 'SERVICE_ERROR',
  [SERVER_ERROR]: 'SERVER_ERROR',
  90: 'CLIENT_ERROR',
  100: 'SERVER_THREADPOOL_EXHAUSTED_ERROR',
};

/** The name of a status, or undefined for a number that Dubbo does not define. */
export function statusName(status: number): string | undefined {
  return NAMES[status];
}
