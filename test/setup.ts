// Before each test file: everything that the app loads on demand is there, so that a test can simulate at once.
import '../src/protocols/index';
import '../src/simulation/path/part';
import '../src/simulation/router-part';
import '../src/simulation/tcp/on-demand';
import { loadAllParts } from '../src/parts/part';

await loadAllParts();
