import { existsSync } from 'node:fs';
import { command } from './command';

export const isRoot = process.getuid?.() === 0;

/** Whether system packages can be installed without a prompt. */
const canInstallPackages = isRoot && process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Installs Debian packages. @returns false on failure, after printing apt's output */
export async function installDebianPackages(names: readonly string[]): Promise<boolean> {
  if (!canInstallPackages) return false;
  console.log(`Installing ${names.join(', ')} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Wait for another apt-get, e.g. after boot.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  // Outdated package lists name files that no longer exist.
  const update = await command(['apt-get', 'update', ...options], { env });
  const install = await command(
    ['apt-get', 'install', ...options, '-y', '--no-install-recommends', ...names],
    { env },
  );
  if (!install.ok) console.error(`${update.output}${install.output}`);
  return install.ok;
}
