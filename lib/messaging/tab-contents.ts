import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * What was found in a page that has no content script of ours, by a script that runs there once: the
 * reader's click on our button or menu gave the right to it (`activeTab`).
 */
export interface TabContents {
  /** What is selected, with its line breaks. */
  selection: string;
  /** The `<meta name="citation_…">` of the page: names and contents. */
  citationTags: [name: string, content: string][];
}

const contents: v.GenericSchema<unknown, TabContents> = v.object({
  selection: v.string(),
  citationTags: v.array(v.tuple([v.string(), v.string()])),
});

/** Reads the page in a tab; undefined where that is not permitted, as in a viewer of PDFs. */
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

/** Runs in the page, and so may use nothing from outside of itself. */
function readContents(): TabContents {
  const tags = document.querySelectorAll<HTMLMetaElement>('meta[name^="citation_"]');
  return {
    selection: getSelection()?.toString() ?? '',
    citationTags: [...tags].map(({ name, content }) => [name, content]),
  };
}
