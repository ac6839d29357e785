import { buildForChrome, buildForFirefox, openBuildForChrome, openBuildForFirefox } from './builds';
import { describeCounts, sum } from './counts';
import { endToEnd } from './end-to-end';
import { sizeBudget } from './size-budget';
import { staticChecks } from './static-checks';
import { runSteps } from './step';
import { vitest } from './vitest';

/** `npm test`: everything that is checked, its last line the count of it all. */
const counts = sum(
  await runSteps([
    [...staticChecks, buildForChrome, buildForFirefox, openBuildForChrome, openBuildForFirefox],
    sizeBudget,
    vitest,
    ...endToEnd,
  ]),
);
console.log(describeCounts(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
