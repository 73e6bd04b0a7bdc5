// What few runs need of Python's server: loaded when a run comes to it.
import { Part } from '../../parts/part';

/** The exceptions that it raises, with the parser whose errors they tell. */
export const pythonExceptions = new Part(() => import('./python-exceptions'));

/** What it says to a request in which it does not look for a call. */
export const pythonRefusals = new Part(async () => {
  const [{ pythonRefusal }, { pythonRefusalReply }] = await Promise.all([
    import('./python-refusal'),
    import('./python-refusal-reply'),
  ]);
  return { pythonRefusal, pythonRefusalReply };
});

/** The methods that it answers by itself. */
export const systemMethods = new Part(() => import('./system-methods'));
