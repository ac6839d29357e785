/**
 * What the pages look like, as seen in captures, named here by their day: daily 2024-08-01, search
 * 2025-12-30 to 2026-07-28, daily 2026-09-28, trending 2026-10-07.
 */
export const selectors = {
  /** Daily 2024-08-01 and 2026-09-28, trending 2026-10-07. */
  root: '[data-target="DailyPapers"]',
  /** The root of one paper's own page. Told of by several; not in any capture. */
  paperPage: '[data-target="PaperContent"]',
  /** The whole of what the root draws, also of a day without papers. Daily 2026-09-28. */
  section: 'section',
  /** Daily 2024-08-01 and 2026-09-28, trending 2026-10-07. */
  card: 'article',
  /** Twice in a card of trending 2026-10-07, which is drawn for wide and for narrow windows. */
  title: 'h3 a',
  /** The upvotes stand behind it. Daily 2026-09-28, trending 2026-10-07. */
  tickBox: 'input[type="checkbox"]',
  /**
   * Where there is no tick box: in a `label` when logged in (told of, 2026-08). "Submitted by" has
   * this class too, and no number. Daily 2024-08-01 and 2026-09-28.
   */
  upvotes: 'div.leading-none',
  /** The first of a card, in a link to the paper; a video in daily 2026-09-28. */
  picture: 'img, video',
  /** The faces of the authors are links to the paper as well. Daily 2026-09-28. */
  faces: 'ul',
  /** Trending 2026-10-07. Search 2026-06-29, where the name of the element is inferred. */
  summary: 'p',
  /** Daily 2026-09-28: empty until the reader opens it, then about people, not the paper. */
  dialog: 'dialog',
  /** In the link to an organization, behind a picture with its slug as `alt`. Daily 2026-09-28. */
  organizationName: 'span.font-medium',
  /** The days before and after. Daily 2026-09-28; the second form 2024-08-01. */
  otherDay: 'a[href*="/papers/date/"], a[href*="/papers?date="]',
  /** Told of, 2026-08: not in any capture. */
  otherWeek: 'a[href*="/papers/week/"]',
  otherMonth: 'a[href*="/papers/month/"]',
  /** "Trending Papers" in trending 2026-10-07. */
  heading: 'h1',
  /** Daily 2026-09-28. */
  searchBox: 'input[name="daily-papers-search"]',
};

/** Addresses, less the origin that some captures spell out. All daily 2026-09-28 unless said. */
export const hrefs = {
  paper: /^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?(?:[?#].*)?$/,
  comments: /^\/papers\/[^?#]*(?:\?[^#]*)?#community$/,
  organization: /^\/(?!(?:papers|login)$)([\w.-]+)$/,
  /** Trending 2026-10-07. */
  code: /^https:\/\/github\.com\//,
};
