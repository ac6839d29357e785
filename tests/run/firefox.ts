import { resolve } from 'node:path';
import { command } from './command';
import { installDebianPackages } from './debian-package';
import { onSearchPath, versionOf } from './executable';
import { output } from './paths';
import { isReachable } from './reachable';

/** The manifest's `strict_min_version`. */
const MIN_VERSION = 140;
const DOWNLOADS = 'https://archive.mozilla.org';
const DOWNLOADED = resolve(output, 'browsers');

/**
 * A Firefox that accepts the extension: the one named by PAPERSHELF_FIREFOX or the system's;
 * undefined for none.
 */
async function findFirefox(): Promise<string | undefined> {
  const given = process.env['PAPERSHELF_FIREFOX'];
  if (given !== undefined && given !== '') {
    if ((await versionOf(given)) !== undefined) return given;
    throw new Error(`PAPERSHELF_FIREFOX names ${given}, which cannot be run.`);
  }
  for (const path of systemFirefoxes()) if (await isRecent(path)) return path;
  return undefined;
}

/** Finds or installs a Firefox. */
export async function ensureFirefox(): Promise<string> {
  const found = (await findFirefox()) ?? (await installFromDebian()) ?? (await download());
  if (found !== undefined) return found;
  throw new Error(
    `No Firefox ${MIN_VERSION} or newer was found and none could be installed: install Firefox ` +
      'yourself, and name its program in PAPERSHELF_FIREFOX when it is in an unusual place.',
  );
}

function systemFirefoxes(): string[] {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform === 'win32') return ['C:/Program Files/Mozilla Firefox/firefox.exe'];
  return onSearchPath(['firefox', 'firefox-esr']);
}

async function isRecent(path: string): Promise<boolean> {
  const version = await versionOf(path);
  if (version === undefined) return false;
  const major = /Firefox (\d+)/.exec(version)?.[1];
  return major === undefined ? process.platform === 'win32' : Number(major) >= MIN_VERSION;
}

async function installFromDebian(): Promise<string | undefined> {
  return (await installDebianPackages(['firefox-esr'])) ? findFirefox() : undefined;
}

async function download(): Promise<string | undefined> {
  if (!(await isReachable(DOWNLOADS))) return undefined;
  console.log('Downloading Firefox …');
  const args = ['install', 'firefox@stable', '--path', DOWNLOADED, '--format', '{{path}}'];
  const { ok, output: text } = await command(['browsers', ...args]);
  if (!ok) console.error(text);
  return ok ? text.trim().split('\n').at(-1) : undefined;
}
