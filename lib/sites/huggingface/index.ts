import type { Site } from '../site';
import { ORIGIN, paperAt } from './addresses';
import { days } from './days';

/** Hugging Face's Daily Papers. */
export const huggingface: Site = {
  id: 'hf',
  origin: ORIGIN,
  start: { name: 'Daily Papers', path: '/papers' },
  paperLinks: ['huggingface.co/papers/', 'hf.co/papers/'],
  // Listings have a letter instead of the digit.
  paperPaths: Array.from('0123456789', (digit) => `/papers/${digit}*`),
  paperAt,
  besidesTitle: /^Paper page - /,
  days,
};
