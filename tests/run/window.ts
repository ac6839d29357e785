import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { extensionArguments } from '../e2e/support/papershelf';
import { ORIGIN } from '../e2e/support/site';
import { isRoot } from './debian-package';
import { chromeExtension, output } from './paths';
import { isReachable } from './reachable';
import { sampleSite } from './sample-site';

/** Kept between runs, with its library. */
const PROFILE = resolve(output, 'profile');

/** Opens a browser with the extension on the listing, and waits until it is closed. */
export async function openWindow(executablePath: string): Promise<void> {
  const context = await chromium.launchPersistentContext(PROFILE, {
    executablePath,
    headless: false,
    viewport: null,
    // Chromium refuses to run as root inside its sandbox.
    chromiumSandbox: !isRoot,
    args: [...extensionArguments(chromeExtension), '--no-first-run'],
    // It shows that the browser is automated, which it is not.
    ignoreDefaultArgs: ['--enable-automation'],
  });
  const closed = new Promise((done) => context.on('close', done));

  const listing = `${ORIGIN}/papers`;
  if (!(await isReachable(listing))) {
    await sampleSite().install(context);
    console.log('huggingface.co does not answer: showing a built-in sample listing instead.');
  }
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(listing).catch((error: Error) => console.log(error.message));
  console.log(`A browser is open on ${listing} with Papershelf in it: save a paper from its card,`);
  console.log('then open the popup from the extensions button. Close the browser to end.');
  await closed;
}
