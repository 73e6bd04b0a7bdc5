// How many arguments a request has: as many as its parameter types. JVM Specification §4.3.2.
import { problem } from '../../problem/problem';

const DESCRIPTOR = /\[*(?:[ZBCSIJFDV]|L[^;]*;)/y;

/** The number of descriptors in a row: 2 for `ILjava/util/List;`. Throws `dubbo.bad-parameter-types`. */
export function countParameters(descriptors: string): number {
  let count = 0;
  for (let at = 0; at < descriptors.length; count++) {
    DESCRIPTOR.lastIndex = at;
    const found = DESCRIPTOR.exec(descriptors);
    if (!found) throw problem('dubbo.bad-parameter-types', { types: descriptors.slice(0, 60) });
    at += found[0].length;
  }
  return count;
}

/** As apache-dubbo-serialization 0.0.2 counts: what stands between semicolons is one parameter, so `II` is one too. */
export function countBetweenSemicolons(descriptors: string): number {
  return descriptors.split(';').filter(part => part !== '').length;
}
