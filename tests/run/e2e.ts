import { buildForChrome, buildForFirefox, openBuildForChrome, openBuildForFirefox } from './builds';
import { describeCounts, sum } from './counts';
import { endToEnd } from './end-to-end';
import { runSteps } from './step';

/** `npm run e2e`: the browser tests alone, on a fresh build. */
const builds = [buildForChrome, buildForFirefox, openBuildForChrome, openBuildForFirefox];
const counts = sum(await runSteps([builds, ...endToEnd]));
console.log(describeCounts(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
