// What reads and writes gzip, with the compressor that both need: loaded by the first run that compresses something.
import { Part } from '../../parts/part';

export const gzip = new Part(async () => {
  const [{ readGzip }, { writeGzip }] = await Promise.all([import('./read-gzip'), import('./write-gzip')]);
  return { readGzip, writeGzip };
});
