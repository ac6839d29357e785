import { check } from './step';

export const buildForChrome = check('build for Chrome', ['wxt', 'build']);
export const buildForFirefox = check('build for Firefox', ['wxt', 'build', '-b', 'firefox']);
