import { createRequire } from 'node:module';

// The packages come without types.
const require = createRequire(import.meta.url);
const { plugins } = require('@citation-js/core') as {
  plugins: { input: { chain(text: string, options: object): unknown[] } };
};
require('@citation-js/plugin-ris');

/** Parses a RIS file with citation-js. @returns CSL-JSON */
export function risRecords(text: string): unknown[] {
  return plugins.input.chain(text, { generateGraph: false });
}
