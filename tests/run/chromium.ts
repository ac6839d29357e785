import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { command } from './command';
import { installDebianPackages, isRoot } from './debian-package';
import { onSearchPath, versionOf } from './executable';
import { isReachable } from './reachable';

/** Playwright's default download host. */
const DOWNLOADS = 'https://cdn.playwright.dev';

/**
 * A Chromium that loads an unpacked extension: the one named by PAPERSHELF_CHROMIUM, Playwright's
 * own, or the system's; undefined for none. Never a branded Chrome or Edge, which since version 137
 * ignore --load-extension.
 */
async function findChromium(): Promise<string | undefined> {
  const given = process.env['PAPERSHELF_CHROMIUM'];
  if (given !== undefined && given !== '') {
    if ((await versionOf(given)) !== undefined) return given;
    throw new Error(`PAPERSHELF_CHROMIUM names ${given}, which cannot be run.`);
  }
  for (const path of [chromium.executablePath(), ...systemChromiums()]) {
    const version = await versionOf(path);
    // A snap may not read our profiles, which are in a hidden folder.
    if (version !== undefined && !/\bsnap\b/.test(version)) return path;
  }
  return undefined;
}

/** Finds or installs a Chromium. */
export async function ensureChromium(): Promise<string> {
  const found = (await findChromium()) ?? (await download()) ?? (await installFromDebian());
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found and none could be installed: run `npx playwright install chromium` ' +
      'with a network, or install Chromium yourself and name its program in PAPERSHELF_CHROMIUM.',
  );
}

function systemChromiums(): string[] {
  if (process.platform === 'darwin') return ['/Applications/Chromium.app/Contents/MacOS/Chromium'];
  if (process.platform === 'win32') {
    const local = process.env['LOCALAPPDATA'] ?? '';
    return [resolve(local, 'Chromium/Application/chrome.exe')];
  }
  return onSearchPath(['chromium', 'chromium-browser', 'ungoogled-chromium']);
}

async function download(): Promise<string | undefined> {
  // Without a network Playwright retries for minutes. With a proxy or mirror our own check proves
  // nothing.
  const elsewhere = ['PLAYWRIGHT_DOWNLOAD_HOST', 'HTTPS_PROXY', 'https_proxy'];
  if (elsewhere.every((name) => !process.env[name]) && !(await isReachable(DOWNLOADS))) {
    return undefined;
  }
  console.log('Downloading Chromium …');
  // Root may also install the required libraries.
  const options = isRoot ? ['--with-deps', '--no-shell'] : ['--no-shell'];
  const { ok, output } = await command(['playwright', 'install', ...options, 'chromium']);
  if (!ok) console.error(output);
  return findChromium();
}

async function installFromDebian(): Promise<string | undefined> {
  // Chromium renders no text without fonts, which the package does not require.
  const names = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
  return (await installDebianPackages(names)) ? findChromium() : undefined;
}
