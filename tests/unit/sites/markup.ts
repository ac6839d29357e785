/**
 * Pages in the site's markup, from records of its API: the daily listing of 2026-09-28 and
 * 2024-08-01, trending of 2026-10-07 and search of 2026-06-29.
 */

/** An item of `dailyPapers`, with the fields that cards show. */
export interface ApiRecord {
  paper: {
    id: string;
    title: string;
    summary: string;
    authors: { name: string; hidden?: boolean }[];
    publishedAt: string;
    upvotes: number;
    ai_summary?: string;
    ai_keywords?: string[];
    submittedOnDailyAt?: string;
    githubRepo?: string;
    githubStars?: number;
    projectPage?: string;
    organization?: ApiOrganization;
  };
  title: string;
  publishedAt: string;
  thumbnail: string;
  numComments: number;
  submittedBy?: { name: string };
  organization?: ApiOrganization;
}

interface ApiOrganization {
  name: string;
  fullname: string;
  avatar?: string;
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-10-04…` as `Oct 4, 2026`, or `Oct 4` in `omittedYear`. */
function shown(time: string, omittedYear?: string): string {
  const [year, month, day] = time.slice(0, 10).split('-');
  const short = `${MONTHS[Number(month) - 1]} ${Number(day)}`;
  return year === omittedYear ? short : `${short}, ${year}`;
}

function organization(of: ApiOrganization): string {
  const picture = of.avatar
    ? `<img src="${escape(of.avatar)}" alt="${escape(of.name)}" class="size-3.5 rounded">`
    : '';
  return `<a href="/${of.name}" class="inline-flex min-w-0">${picture}<!----> <span class="block min-w-0 truncate font-medium">${escape(of.fullname)}</span></a>`;
}

/** Up to five avatars in reverse order; claimed ones have the user's name. */
function faces(authors: { name: string }[]): string {
  return authors
    .slice(0, 5)
    .map(
      ({ name }) =>
        `<li class="-mr-2" title="${escape(name)}"><img alt="" src="/avatars/0.svg"></li>`,
    )
    .toReversed()
    .join('');
}

function upvotes(id: string, count: number): string {
  return `<a class="self-start" href="/login?next=%2Fpapers%2F${id}"><div role="checkbox" class="shadow-alternate"><input type="checkbox" class="peer hidden" disabled=""> <svg></svg><!----> <div class="leading-none">${count || '-'}</div></div></a>`;
}

function comments(id: string, count: number, byAuthor = false): string {
  if (count === 0) return '<!---->';
  const link = `<a class="flex" href="/papers/${id}#community"><svg></svg><!----> ${count}</a>`;
  return byAuthor
    ? `<span class="inline-block "><span class="contents">${link}</span> <!----></span>`
    : link;
}

function submitted(by: { name: string } | undefined): string {
  return by
    ? `<div class="shadow-xs pointer-events-none absolute text-xs leading-none">Submitted by <div class="flex-none  "><img alt="" src="/avatars/0.svg"> <!----></div><!----> ${escape(by.name)}</div>`
    : '';
}

export function dailyCard({ paper, ...item }: ApiRecord): string {
  const { id } = paper;
  const org = paper.organization ?? item.organization;
  const by = org
    ? organization(org)
    : `<a class="flex" href="/papers/${id}"><!----><ul class="flex">${faces(paper.authors)} <li class="text-xs"><div class="flex truncate"><div class="mx-1">·</div> ${paper.authors.length} authors</div></li></ul></a>`;
  const stars = paper.githubRepo
    ? `<a class="flex" href="/papers/${id}"><svg></svg><!----> <span>${paper.githubStars ?? 0}</span></a>`
    : '';
  return `<article class="relative flex flex-col overflow-hidden rounded-xl border"><a class="block h-56" href="/papers/${id}"><div class="relative flex"><img loading="lazy" src="${escape(item.thumbnail)}" alt=""></div></a><!----> ${submitted(item.submittedBy)}<!----> <div class="flex">${upvotes(id, paper.upvotes)} <dialog class="z-40"><div tabindex="-1"><!----></div></dialog> <div class="w-full min-w-0"><h3 class="mb-1"><a class="line-clamp-3" href="/papers/${id}">${escape(paper.title)}</a></h3> <div class="flex">${by} <div class="flex items-center gap-2">${stars} ${comments(id, item.numComments, item.numComments > 1)}</div></div></div></div></article>`;
}

/** Always with authors, without organization and stars. */
export function dailyCardOf2024({ paper, ...item }: ApiRecord): string {
  const { id } = paper;
  return `<div><article class="flex flex-col overflow-hidden rounded-xl border"><a href="/papers/${id}" class="block h-64"><img src="${escape(item.thumbnail)}" alt=""></a>${submitted(item.submittedBy)}<div class="flex">${upvotes(id, paper.upvotes)}<div class="w-full"><h3><a href="/papers/${id}" class="line-clamp-3">${escape(paper.title)}</a></h3><div class="flex"><a class="flex" href="/papers/${id}"><ul>${faces(paper.authors)}<li>· ${paper.authors.length} authors</li></ul></a> ${comments(id, item.numComments)}</div></div></div></article></div>`;
}

/** As the site highlights matches. */
function marked(text: string, query: string): string {
  return query === ''
    ? escape(text)
    : escape(text).replaceAll(query, `<span class="highlight">${query}</span>`);
}

export function searchCard({ paper, ...item }: ApiRecord, query = '', year = '2026'): string {
  const { id } = paper;
  const org = paper.organization ?? item.organization;
  const by = org
    ? organization(org)
    : `<a class="flex" href="/papers/${id}"><ul>${faces(paper.authors)}<li class="order-last">${paper.authors.length} authors</li></ul></a>`;
  return `<article class="flex flex-col overflow-hidden rounded-xl border"><div class="flex">${upvotes(id, paper.upvotes)} <div class="w-full"><h3 class="mb-1"><a class="line-clamp-3" href="/papers/${id}">${marked(paper.title, query)}</a></h3> <a href="/papers/${id}" class="block"><p class="line-clamp-5">${marked(paper.summary, query)}</p></a> <div class="flex">${by} <span class="mx-2">·</span> <span>${shown(paper.publishedAt, year)}</span> ${comments(id, item.numComments)}</div></div></div></article>`;
}

function rounded(count: number): string {
  return count < 1000 ? String(count) : `${Number((count / 1000).toPrecision(3))}k`;
}

export function trendingCard({ paper, ...item }: ApiRecord): string {
  const { id } = paper;
  const org = paper.organization ?? item.organization;
  const by = org
    ? organization(org)
    : `<ul>${faces(paper.authors)} <li class="text-xs"><span>${paper.authors.length} authors</span></li></ul>`;
  const code = paper.githubRepo
    ? `<a href="${escape(paper.githubRepo)}" target="_blank" class="btn flex"><svg></svg><!----> <span>GitHub</span> <span class="flex"><svg></svg><!----> <span>${rounded(paper.githubStars ?? 0)}</span></span></a>`
    : '';
  const variant = (outer: string, published: string) =>
    `<div class="${outer}"><div class="relative"><a href="/papers/${id}" class="block"><div class="relative flex"><img src="${escape(item.thumbnail)}" alt="" onload="this.__e=event"></div></a> ${submitted(item.submittedBy)}</div><div class="flex"><h3 class="mb-2"><a href="/papers/${id}" class="line-clamp-2">${escape(paper.title)}</a></h3> <div class="mb-2"><p class="line-clamp-2">${escape(paper.ai_summary ?? paper.summary)}</p></div> <div class="flex">${by} <span class="mx-2">·</span> <span>${published}</span></div></div> <div class="flex"><a href="/login?next=%2Fpapers%2F${id}" class="self-start"><div role="checkbox"><input disabled="" type="checkbox" class="peer hidden"/> <svg></svg><!----> Upvote <div class="font-semibold text-orange-500">${paper.upvotes || '-'}</div></div></a> ${code} <a href="https://arxiv.org/abs/${id}" target="_blank" class="btn flex"><span>arXiv Page</span></a></div></div>`;
  const day = shown(paper.publishedAt);
  return `<article class="relative overflow-hidden rounded-xl border"><!--[-->${variant('hidden h-40 md:flex', `Published on ${day}`)} ${variant('flex flex-col md:hidden', day)}<!--]--></article>`;
}

export interface PageParts {
  /** Content of `data-props`: a string unchanged, other values as JSON; undefined for none. */
  props?: unknown;
  /** Cards, as HTML. */
  cards: string[];
  heading?: string;
  /** The navigator's text: `Sep 28`. */
  day?: string;
  /** The navigator's link to the previous period. */
  before?: string;
  /** The text of the search box. */
  searched?: string;
}

export function page(parts: PageParts): string {
  const { props, cards, heading = 'Daily Papers', day = '', before, searched = '' } = parts;
  const json = typeof props === 'string' ? props : JSON.stringify(props);
  const attribute = json === undefined ? '' : ` data-props="${escape(json)}"`;
  const back = before === undefined ? '' : `<a href="${before}" class="flex size-8"></a> `;
  const previous = before === undefined ? '' : `<a class="btn gap-2" href="${before}">Previous</a>`;
  return `<!doctype html><html><head><title>${heading} - Hugging Face</title></head><body class="DailyPapersPage"><!--[--><main><div class="SVELTE_HYDRATER contents" data-target="DailyPapersBannerSubscribe" data-props="{&quot;isLoggedIn&quot;:false}"><p>Get trending papers in your email inbox!</p></div><div class="SVELTE_HYDRATER contents" data-target="DailyPapers"${attribute}><section class="container"><div class="mb-8 grid"><h1>${heading}</h1><h2>by<a href="/akhaliq"><img alt="" src="/by.png"><span class="underline">AK</span></a> and the research community</h2><input type="text" class="hidden" name="daily-papers-search-fake"> <input type="search" name="daily-papers-search" value="${escape(searched)}"><ul><li><button>Daily</button></li><li><button>Weekly</button></li><li><button>Monthly</button></li></ul> <a aria-label="Trending Papers" href="/papers/trending"></a><div class="ml-6 flex">${back}<div class="w-24">${day}</div> <a class="pointer-events-none"></a></div></div> <div class="relative grid gap-5">${cards.join('<!---->')} <div class="col-span-1">${previous}</div></div></section></div></main><!--]--></body></html>`;
}
