import { command } from './command';
import { check, failed, passed, type Step } from './step';

export const buildForChrome = check('build for Chrome', ['wxt', 'build']);
export const buildForFirefox = check('build for Firefox', ['wxt', 'build', '-b', 'firefox']);

/** The builds that the browser tests look into. */
export const openBuildForChrome = openBuild('build with open roots for Chrome', 'chrome');
export const openBuildForFirefox = openBuild('build with open roots for Firefox', 'firefox');

function openBuild(name: string, browser: string): Step {
  return {
    name,
    async run() {
      const env = { PAPERSHELF_OPEN_ROOTS: '1' };
      const { ok, output } = await command(['wxt', 'build', '-b', browser], { env });
      return ok ? passed() : { ...failed(), output };
    },
  };
}
