// Before each test file: everything that the app loads on demand is there, so that a test can simulate at once.
import '../src/simulation/simulate';
import { loadAllParts } from '../src/parts/part';

await loadAllParts();
