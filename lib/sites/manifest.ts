import { dailySites } from './daily-lists';
import { sites } from './registry';

const allOf = ({ origin }: { origin: string }): string => `${origin}/*`;

/** Match patterns of all sites' pages. */
export const SITE_PATTERNS: string[] = sites.map(allOf);

export const DAILY_LIST_ORIGINS: string[] = dailySites.map(({ days }) => days.origin);

/** Match patterns of the daily lists. */
export const DAILY_LIST_PATTERNS: string[] = dailySites.map(({ days }) => allOf(days));
