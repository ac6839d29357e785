import { sampleStyle } from '../../fixtures/sample-style';
import { type ApiRecord, dailyCard, page, trendingCard } from '../../unit/sites/markup';
import type { Site } from './site';
import { listAt, topAt, type WeekLists } from './week-lists';

/** A page of the site. */
export interface WeekPage {
  path: string;
  /** `Listing.key`. */
  listing: string;
  records: ApiRecord[];
  html: string;
}

/** The site of a simulated week at `time` (ms since epoch). */
export class WeekSite {
  constructor(
    private readonly week: WeekLists,
    private readonly time: number,
  ) {}

  /** The list of a day, at its own path or that of the newest list. */
  daily(day: string, path = `/papers/date/${day}`): WeekPage {
    const records = this.list(day);
    const html = pageOf('Daily Papers', 'day', day, records, records.map(dailyCard));
    return { path, listing: `hf/daily/${day}`, records, html };
  }

  /** The twelve most upvoted papers of the week of 9 March. */
  weekly(): WeekPage {
    const records = topAt(this.week, '2026-03-09', this.time, 12);
    const html = pageOf('Daily Papers', 'week', '2026-03-12', records, records.map(dailyCard));
    return { path: '/papers/week/2026-W11', listing: 'hf/weekly/2026-W11', records, html };
  }

  /** The six most upvoted papers since `first`, and `recurring`. */
  trending(first: string, recurring: string): WeekPage {
    const top = topAt(this.week, first, this.time, 6);
    const all = topAt(this.week, '2026-03-09', this.time, 1000);
    const again = all.filter(({ paper }) => paper.id === recurring && !top.some(isOf(paper.id)));
    const records = [...top, ...again];
    const html = pageOf('Trending Papers', 'trending', '', records, records.map(trendingCard));
    return { path: '/papers/trending', listing: 'hf/trending', records, html };
  }

  list(day: string): ApiRecord[] {
    return listAt(this.week, day, this.time);
  }

  /** Serves the pages, and the lists of all days until now in the API. */
  serve(site: Site, pages: readonly WeekPage[]): void {
    for (const { path, html } of pages) site.serve(path, html);
    for (const day of this.week.keys()) {
      const body = JSON.stringify(this.list(day));
      const answer = { body, contentType: 'application/json' };
      if (body !== '[]') site.serve(listPath(day), answer);
    }
  }
}

/** The API path of the list of a day. */
export function listPath(day: string): string {
  return `/api/daily_papers?date=${day}&limit=100`;
}

const isOf =
  (id: string) =>
  ({ paper }: ApiRecord) =>
    paper.id === id;

/**
 * Like the site's style: trending has rows, rendered for wide and narrow windows. Leaves room to
 * scroll below the cards.
 */
const style = `${sampleStyle}
section.container > .relative.grid:has(.h-40) { grid-template-columns: minmax(0, 1fr); }
.h-40 { height: 160px; overflow: hidden; }
@media (min-width: 768px) { .md\\:flex { display: flex } .md\\:hidden { display: none } }
body { padding-bottom: 100vh }`;

function pageOf(
  heading: string,
  periodType: string,
  dateString: string,
  dailyPapers: readonly ApiRecord[],
  cards: string[],
): string {
  const isTrending = periodType === 'trending';
  const props = { dateString, dailyPapers, periodType, isTrending, query: {} };
  return (
    page({ heading, props, cards })
      .replaceAll(/<!--\[-->|<!--\]-->/g, '')
      // No images from other hosts.
      .replaceAll(/(<img[^>]* src=)"https:[^"]*"/g, '$1"data:,"')
      .replace('</head>', `<style>${style}</style></head>`)
  );
}
