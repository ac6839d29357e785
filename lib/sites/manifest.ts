import { dailySites } from './daily-lists';
import { sites } from './registry';

const allOf = ({ origin }: { origin: string }): string => `${origin}/*`;

/** Match patterns of all pages of the sites. */
export const SITE_PATTERNS: string[] = sites.map(allOf);

/** Origins of the daily lists. */
export const DAILY_LIST_ORIGINS: string[] = dailySites.map(({ days }) => days.origin);

/** Match patterns of the addresses of daily lists. */
export const DAILY_LIST_PATTERNS: string[] = dailySites.map(({ days }) => allOf(days));
