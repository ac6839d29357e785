import { huggingface } from './huggingface';
import type { Site } from './site';

/** Every site whose listings are read. */
export const sites: readonly Site[] = [huggingface];
