import { existsSync } from 'node:fs';
import { command } from './command';

export const isRoot = process.getuid?.() === 0;

/** Whether packages of the system can be installed here without asking anyone. */
const canInstallPackages = isRoot && process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Installs Debian packages. False when it did not work; apt has then said why. */
export async function installDebianPackages(names: readonly string[]): Promise<boolean> {
  if (!canInstallPackages) return false;
  console.log(`Installing ${names.join(', ')} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get, of a machine that just started, is waited for.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  // A list of packages that is missing or too old names files that are no longer there.
  const update = await command(['apt-get', 'update', ...options], { env });
  const install = await command(
    ['apt-get', 'install', ...options, '-y', '--no-install-recommends', ...names],
    { env },
  );
  if (!install.ok) console.error(`${update.output}${install.output}`);
  return install.ok;
}
