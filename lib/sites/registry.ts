import { huggingface } from './huggingface';
import type { Site } from './site';

/** Every site whose listings are read: one line each. */
export const sites: readonly Site[] = [huggingface];
