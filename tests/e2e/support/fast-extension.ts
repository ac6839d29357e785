import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withAllGranted } from './granted-extension';

/** How many times faster the timers of background and pages are, so that tests wait less. */
const TIMER_SPEED = 5;

interface Options {
  /** Shift of the clock, ms. */
  ahead?: number;
  /**
   * Whether the worker's timers are real in its first second. Faster, a fetch that is due at the
   * browser's start can precede the routes of the test, and fail.
   */
  startsSlowly?: boolean;
}

/**
 * Copies a built extension to the folder `to`, with all permissions granted, faster timers, and a
 * shifted clock. Timers of content scripts stay: a card that is drawn late would count as seen at a
 * shorter glance. Overwrites an earlier copy.
 * @returns the folder
 */
export async function withFastTimers(
  from: string,
  to: string,
  { ahead: offset = 0, startsSlowly = false }: Options = {},
): Promise<string> {
  await withAllGranted(from, to);
  const change = async (name: string, how: (text: string) => string): Promise<void> => {
    const path = join(to, name);
    await writeFile(path, how(await readFile(path, 'utf8')));
  };
  // Scripts read it there: changed ones would not do, since the browser keeps the worker's.
  const ahead = 'chrome.runtime.getManifest().version_name';
  await change('manifest.json', (text) =>
    JSON.stringify({ ...(JSON.parse(text) as object), version_name: String(offset) }),
  );
  await writeFile(join(to, 'clock.js'), clockScript(ahead) + fastTimersAfter(0));
  const slowStart = fastTimersAfter(startsSlowly ? 1000 : 0);
  await writeFile(join(to, 'worker-clock.js'), clockScript(ahead) + slowStart);
  // Imports run before the script itself.
  await change('background.js', (text) => `import './worker-clock.js';\n${text}`);
  // The lazy script shares its clock.
  await change('content-scripts/listing.js', (text) => clockScript(ahead) + text);
  // A worker of a page has no extension API.
  await change('import-worker.js', (text) => clockScript(offset) + text);
  for (const page of await readdir(to)) {
    if (!page.endsWith('.html')) continue;
    await change(page, (text) => text.replace('<head>', '<head><script src="/clock.js"></script>'));
  }
  return to;
}

/**
 * Shifts `Date`, and converts alarm times back to the system clock.
 * @param ahead the offset, ms, or an expression that gives it
 */
function clockScript(ahead: number | string): string {
  return `(() => {
  const ahead = Number(${ahead});
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

/** @param start ms since the script's start; earlier timers are real */
function fastTimersAfter(start: number): string {
  return `(() => {
  const wait = globalThis.setTimeout;
  const began = performance.now();
  globalThis.setTimeout = (run, ms = 0, ...args) =>
    wait(run, performance.now() - began < ${start} ? ms : ms / ${TIMER_SPEED}, ...args);
})();
`;
}
