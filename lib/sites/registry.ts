import { huggingface } from './huggingface';
import type { Site } from './site';

/** Every site whose listings are read: one line each. */
export const sites: readonly Site[] = [huggingface];

/** The site that a page at `url` can be a listing of, undefined when it is none of them. */
export function siteFor(url: URL): Site | undefined {
  return sites.find((site) => site.matches(url));
}
