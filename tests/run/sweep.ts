import { runLong, SWEEP } from './long-runs';

/**
 * `npm run sweep`: kills every use case at each step, fills the disk under each, interleaves them,
 * and sets the clock. `npm run sweep -- 10000 7` for so many interleavings and clocks, with this
 * seed.
 */
process.exitCode = (await runLong('sweep', SWEEP, process.argv.slice(2))) ? 0 : 1;
