import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withAllGranted } from './granted-extension';

/** Scripts with their own `Date`; the lazy script shares that of the content script. */
const SCRIPTS = ['content-scripts/listing.js', 'import-worker.js'];

/** How many times faster the timers of background and pages are, so that tests wait less. */
const TIMER_SPEED = 5;

/**
 * Copies a built extension to the folder `to`, with all permissions granted, faster timers, and a
 * clock shifted by `offset` ms. Timers of content scripts stay: a card that is drawn late would count
 * as seen at a shorter glance. Overwrites an earlier copy.
 * @returns the folder
 */
export async function withFastTimers(from: string, to: string, offset = 0): Promise<string> {
  await withAllGranted(from, to);
  await writeFile(join(to, 'clock.js'), clockScript(offset) + fastTimers);
  const change = async (name: string, how: (text: string) => string): Promise<void> => {
    const path = join(to, name);
    await writeFile(path, how(await readFile(path, 'utf8')));
  };
  const worker = workerFileName(offset);
  const version = `"version":"${Math.abs(Math.trunc(offset / 60_000)) % 65_536}.`;
  await change('manifest.json', (text) =>
    text.replace('"background.js"', `"${worker}"`).replace(/"version":"\d+\./, version),
  );
  const background = await readFile(join(to, 'background.js'), 'utf8');
  // Imports run before the script itself.
  await writeFile(join(to, worker), `import './clock.js';\n${background}`);
  for (const script of SCRIPTS) await change(script, (text) => clockScript(offset) + text);
  for (const page of await readdir(to)) {
    if (!page.endsWith('.html')) continue;
    await change(page, (text) => text.replace('<head>', '<head><script src="/clock.js"></script>'));
  }
  return to;
}

/**
 * The service worker's file name. It differs by offset, because the browser caches the script while
 * version and name stay the same.
 */
export function workerFileName(offset: number): string {
  return `background${offset}.js`;
}

/** Shifts `Date`, and converts alarm times back to the system clock. */
function clockScript(offset: number): string {
  return `(() => {
  const ahead = ${offset};
  globalThis.Date = new Proxy(Date, {
    construct: (date, args, as) =>
      Reflect.construct(date, args.length === 0 ? [date.now() + ahead] : args, as),
    get: (date, name) => (name === 'now' ? () => date.now() + ahead : date[name]),
  });
  const alarms = globalThis.chrome?.alarms;
  const create = alarms?.create.bind(alarms);
  if (create) {
    alarms.create = (name, { when, ...alarm }, ...rest) =>
      create(name, { ...alarm, ...(when && { when: when - ahead }) }, ...rest);
  }
})();
`;
}

const fastTimers = `(() => {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (run, ms = 0, ...args) => wait(run, ms / ${TIMER_SPEED}, ...args);
})();
`;
