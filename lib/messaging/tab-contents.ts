import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ABSTRACT, NAMES, NOTE, WORDS } from '@/lib/papers/limits';
import { listUpTo, textUpTo } from '@/lib/papers/schemas';

/**
 * From a page without a content script, read by a one-time script that the reader's click permits
 * (`activeTab`).
 */
export interface TabContents {
  /** With line breaks. */
  selection: string;
  /** Of each `<meta name="citation_…">`. */
  citationTags: [name: string, content: string][];
  /** The tab's title is then a translation; the tags are not. */
  translated?: boolean;
}

const contents: v.GenericSchema<unknown, TabContents> = v.object({
  selection: textUpTo(NOTE),
  citationTags: listUpTo(NAMES, v.tuple([textUpTo(WORDS), textUpTo(ABSTRACT)])),
  translated: v.exactOptional(v.boolean()),
});

/** Reads the page in a tab; undefined where not permitted, as in PDF viewers, or too long. */
export async function tabContents(tabId: number, frameId = 0): Promise<TabContents | undefined> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [answer] = await browser.scripting.executeScript({ target, func: readContents });
    const parsed = v.safeParse(contents, answer?.result);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Runs in the page, without outer scope. */
function readContents(): TabContents {
  const tags = document.querySelectorAll<HTMLMetaElement>('meta[name^="citation_"]');
  return {
    selection: getSelection()?.toString() ?? '',
    citationTags: [...tags].map(({ name, content }) => [name, content]),
    // See `lib/sites/translated.ts`.
    translated:
      /\btranslated-(?:ltr|rtl)\b/.test(document.documentElement.className) ||
      document.querySelector('h1 font, title font, [_msttexthash]') !== null ||
      /^(?!en\b)[a-z]/i.test(document.documentElement.lang),
  };
}
