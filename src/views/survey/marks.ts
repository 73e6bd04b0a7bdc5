// How a call is drawn by its ending: a shape, so that colour is not the only sign. Paths around the origin.
import type { Ending } from '../../survey/survey';

export const MARKS: Readonly<Record<Ending, string>> = {
  result: 'm-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z',
  error: 'm0-4l4 7h-8z',
  'timed out': 'm-3-3l6 6m0-6l-6 6',
  failed: 'm-4 0h8m-4-4v8',
  cancelled: 'm-3-3h6v6h-6z',
  waiting: 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z',
};
