/**
 * Markup in captures, cited by day: daily 2024-08-01, search 2025-12-30 to 2026-07-28, daily
 * 2026-09-28, trending 2026-10-07.
 */
export const selectors = {
  /** Daily 2024-08-01 and 2026-09-28, trending 2026-10-07. */
  root: '[data-target="DailyPapers"]:not(form)',
  /** Of a paper's own page. Reported by several; in no capture. */
  paperPage: '[data-target="PaperContent"]:not(form)',
  /** All content of the root, even without papers. Daily 2026-09-28. */
  section: 'section',
  /** Daily 2024-08-01 and 2026-09-28, trending 2026-10-07. */
  card: 'article',
  /** Twice per card in trending 2026-10-07, for wide and narrow windows. */
  title: 'h3 a',
  /** The upvotes follow it. Daily 2026-09-28, trending 2026-10-07. */
  tickBox: 'input[type="checkbox"]',
  /**
   * Without a tick box; in a `label` when logged in (reported, 2026-08). Also on "Submitted by",
   * without a number. Daily 2024-08-01 and 2026-09-28.
   */
  upvotes: 'div.leading-none',
  /** First in a card, linking to the paper; a video in daily 2026-09-28. */
  picture: 'img, video',
  /** Author avatars link to the paper too. Daily 2026-09-28. */
  faces: 'ul',
  /** Trending 2026-10-07. Search 2026-06-29, where the element name is inferred. */
  summary: 'p',
  /** Daily 2026-09-28: empty until opened, then about people, not the paper. */
  dialog: 'dialog',
  /** After a picture with the slug as `alt`. Daily 2026-09-28. */
  organizationName: 'span.font-medium',
  /** Adjacent days. Daily 2026-09-28; second form 2024-08-01. */
  otherDay: 'a[href*="/papers/date/"], a[href*="/papers?date="]',
  /** Reported, 2026-08; in no capture. */
  otherWeek: 'a[href*="/papers/week/"]',
  otherMonth: 'a[href*="/papers/month/"]',
  /** "Trending Papers" in trending 2026-10-07. */
  heading: 'h1',
  /** Daily 2026-09-28. */
  searchBox: 'input[name="daily-papers-search"]',
};

/** Without the origin, which some captures include. Daily 2026-09-28 unless noted. */
export const hrefs = {
  comments: /^\/papers\/[^?#]*(?:\?[^#]*)?#community$/,
  organization: /^\/(?!(?:papers|login)$)([\w.-]+)$/,
  /** Trending 2026-10-07. */
  code: /^https:\/\/github\.com\//,
};
