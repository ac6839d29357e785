import { sum } from './counts';
import { staticChecks } from './static-checks';
import { runSteps } from './step';

/** `npm run check`: types, lint and format. */
const { failed } = sum(await runSteps([staticChecks]));
process.exitCode = failed > 0 ? 1 : 0;
