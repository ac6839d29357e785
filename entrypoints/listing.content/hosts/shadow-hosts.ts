import controlsCss from '@/components/styles/controls.css?inline';
import tokensCss from '@/components/styles/tokens.css?inline';
import { followPageTheme } from '@/lib/content-script/dom/page-theme';
import {
  createShadowHost,
  OWN_ELEMENTS,
  type ShadowHost,
} from '@/lib/content-script/dom/shadow-host';
import type { SiteReader } from '@/lib/sites/site-reader';

/** Creates a themed shadow host with control styles. */
export type MakeHost = (css: string, style: Partial<CSSStyleDeclaration>) => ShadowHost;

/** Its hosts follow the page's theme until `signal` aborts. */
export function createHostFactory(
  document: Document,
  site: SiteReader,
  signal: AbortSignal,
): MakeHost {
  const themed = (element: HTMLElement) => {
    element.style.colorScheme = site.isDark(document) ? 'dark' : 'light';
  };
  followPageTheme(
    document,
    site.isDark,
    () => {
      for (const element of document.querySelectorAll<HTMLElement>(OWN_ELEMENTS)) themed(element);
    },
    signal,
  );
  return (css, style) => {
    const host = createShadowHost(document, tokensCss + controlsCss + css, style);
    themed(host.element);
    return host;
  };
}
