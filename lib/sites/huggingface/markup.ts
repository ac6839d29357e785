/**
 * Captures, cited by day (where none is, daily 2026-09-28): daily 2024-08-01, search 2025-12-30 to
 * 2026-07-28, trending 2026-10-07.
 */
export const selectors = {
  /** Also daily 2024-08-01, trending 2026-10-07. */
  root: '[data-target="DailyPapers"]:not(form)',
  /** Of a paper's page. Reported by several; in no capture. */
  paperPage: '[data-target="PaperContent"]:not(form)',
  /** All content of the root, even without papers. */
  section: 'section',
  /** Also daily 2024-08-01, trending 2026-10-07. */
  card: 'article',
  /** Twice per card in trending 2026-10-07: for wide and narrow windows. */
  title: 'h3 a',
  /** Precedes the upvotes. Also trending 2026-10-07. */
  tickBox: 'input[type="checkbox"]',
  /**
   * Without a tick box; in a `label` when logged in (reported 2026-08). Also on "Submitted by",
   * without a number. Also daily 2024-08-01.
   */
  upvotes: 'div.leading-none',
  /** First in a card, linking to the paper; a video in daily 2026-09-28. */
  picture: 'img, video',
  /** Author avatars link to the paper too. */
  faces: 'ul',
  /** Trending 2026-10-07. Search 2026-06-29: element name inferred. */
  summary: 'p',
  /** Empty until opened, then about people, not the paper. */
  dialog: 'dialog',
  /** After a picture with the slug as `alt`. */
  organizationName: 'span.font-medium',
  /** Adjacent days; second form: daily 2024-08-01. */
  otherDay: 'a[href*="/papers/date/"], a[href*="/papers?date="]',
  /** Reported 2026-08; in no capture. */
  otherWeek: 'a[href*="/papers/week/"]',
  otherMonth: 'a[href*="/papers/month/"]',
  /** "Trending Papers" in trending 2026-10-07. */
  heading: 'h1',
  searchBox: 'input[name="daily-papers-search"]',
};

/** Without the origin, which some captures include. */
export const hrefs = {
  comments: /^\/papers\/[^?#]*(?:\?[^#]*)?#community$/,
  organization: /^\/(?!(?:papers|login)$)([\w.-]+)$/,
  /** Trending 2026-10-07. */
  code: /^https:\/\/github\.com\//,
};
