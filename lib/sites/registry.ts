import { huggingface } from './huggingface';
import type { Site } from './site';

/** All sites whose listings are read. */
export const sites: readonly Site[] = [huggingface];
