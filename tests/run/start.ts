import { relative } from 'node:path';
import { buildForChrome, openBuildForChrome } from './builds';
import { ensureChromium } from './chromium';
import { sum } from './counts';
import { chromeExtension, root } from './paths';
import { runSteps } from './step';
import { takeTour } from './tour';
import { openWindow } from './window';

/** `npm start`: opens the built extension in a browser; without a display, takes a tour. */
// The tour looks into shadow roots.
const builds = hasDisplay() ? [buildForChrome] : [buildForChrome, openBuildForChrome];
if (sum(await runSteps(builds)).failed > 0) process.exit(1);

try {
  const chromium = await ensureChromium();
  if (hasDisplay()) {
    await openWindow(chromium);
  } else {
    console.log('No display here: a tour of a built-in sample listing, without a window:');
    await takeTour(chromium);
  }
  console.log(
    `To use Papershelf in your own browser: open chrome://extensions, switch on Developer mode, ` +
      `choose "Load unpacked" and the folder ${relative(root, chromeExtension)}.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function hasDisplay(): boolean {
  const { PAPERSHELF_HEADLESS, CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (isSet(PAPERSHELF_HEADLESS) || isSet(CI)) return false;
  return process.platform !== 'linux' || isSet(DISPLAY) || isSet(WAYLAND_DISPLAY);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
