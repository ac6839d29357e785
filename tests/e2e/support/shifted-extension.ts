import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withAllGranted } from './granted-extension';

/** Scripts that have a `Date` of their own; what the content script loads later shares its. */
const SCRIPTS = ['content-scripts/listing.js', 'import-worker.js'];

/**
 * Copies a built extension to the folder `to`, over an earlier copy perhaps, with all granted and
 * with a clock that is `ahead` of the computer's by so many ms (behind, when negative).
 * @returns the folder
 */
export async function withClockAhead(ahead: number, from: string, to: string): Promise<string> {
  await withAllGranted(from, to);
  const clock = clockAhead(ahead);
  await writeFile(join(to, 'clock.js'), clock);
  const change = async (name: string, how: (text: string) => string): Promise<void> => {
    const path = join(to, name);
    await writeFile(path, how(await readFile(path, 'utf8')));
  };
  const worker = workerAhead(ahead);
  const version = `"version":"${Math.abs(Math.trunc(ahead / 60_000)) % 65_536}.`;
  await change('manifest.json', (text) =>
    text.replace('"background.js"', `"${worker}"`).replace(/"version":"\d+\./, version),
  );
  const background = await readFile(join(to, 'background.js'), 'utf8');
  // Imports are run in their order, before the script itself.
  await writeFile(join(to, worker), `import './clock.js';\n${background}`);
  for (const script of SCRIPTS) await change(script, (text) => clock + text);
  for (const page of await readdir(to)) {
    if (!page.endsWith('.html')) continue;
    await change(page, (text) => text.replace('<head>', '<head><script src="/clock.js"></script>'));
  }
  return to;
}

/**
 * The name of the service worker with that clock: the browser keeps a worker's script as long as
 * version and name stay the same.
 */
export function workerAhead(ahead: number): string {
  return `background${ahead}.js`;
}

/** Alarms go by the computer's clock. */
function clockAhead(ahead: number): string {
  return `(() => {
  const ahead = ${ahead};
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
