// A whole number within limits, for the checks of scenarios.
import * as v from 'valibot';

export function wholeNumber(min: number, max: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
}
