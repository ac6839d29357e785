import { afterEach, expect, test, vi } from 'vitest';

const ARGUMENTS = [...process.argv];

afterEach(() => {
  process.argv = ARGUMENTS;
  vi.unstubAllEnvs();
});

/** What a command of WXT builds with: whether roots are open, and the folder of the build. */
async function buildOf(command: string, variable: string | undefined) {
  process.argv = ['node', 'wxt', command];
  vi.stubEnv('PAPERSHELF_OPEN_ROOTS', variable);
  vi.resetModules();
  const { default: config } = await import('../../../wxt.config');
  const { define } = (await config.vite?.({} as never)) ?? {};
  const isOpen: unknown = define?.['import.meta.env.PAPERSHELF_OPEN_ROOTS'];
  return { isOpen, hasOwnFolder: config.outDirTemplate?.endsWith('-open') };
}

test.each([
  ['build', undefined],
  ['build', '0'],
  ['zip', undefined],
  ['zip', '1'],
])('wxt %s has closed roots with the variable %s', async (command, variable) => {
  expect(await buildOf(command, variable)).toEqual({ isOpen: false, hasOwnFolder: false });
});

test('only a build on request has open roots, in its own folder', async () => {
  expect(await buildOf('build', '1')).toEqual({ isOpen: true, hasOwnFolder: true });
});
