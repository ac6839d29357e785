// Runs tests/run/<task>.ts from a fresh clone: plain JavaScript without dependencies, since it
// installs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? '.', '../..');
const task = process.argv[2] ?? 'test';

checkNode();
installWhenNeeded();
// Ctrl+C reaches the task too; wait for it to clean up.
process.on('SIGINT', () => {});
process.exit(
  runNode(['--import', 'tsx', resolve(root, `tests/run/${task}.ts`), ...process.argv.slice(3)]),
);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Papershelf needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

function installWhenNeeded() {
  if (isInstalled()) return;
  console.log('Installing the packages that package-lock.json lists …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Set by npm. Works on Windows too, where `npm` is a script.
  const npm = process.env.npm_execpath;
  const code =
    npm === undefined ? run('npm', args, process.platform === 'win32') : runNode([npm, ...args]);
  if (code === 0) return;
  console.error('The packages could not be installed: see what npm says above.');
  process.exit(code);
}

/**
 * Whether node_modules matches package-lock.json, by npm's own record: a manual install counts, an
 * interrupted one leaves no record.
 */
function isInstalled() {
  const record = resolve(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(resolve(root, 'package-lock.json'));
  const installed = readPackages(record);
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      if (path === '') return true;
      const found = installed[path];
      // Optional packages are mostly builds for other systems.
      if (found === undefined) return optional === true;
      return found.version === version && found.integrity === integrity;
    })
  );
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

function runNode(args) {
  return run(process.execPath, args, false);
}

function run(command, args, shell) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (error !== undefined) console.error(error.message);
  return status ?? 1;
}
