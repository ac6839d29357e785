import controlsCss from '@/components/styles/controls.css?inline';
import tokensCss from '@/components/styles/tokens.css?inline';
import { followPageTheme } from '@/lib/content-script/dom/page-theme';
import {
  createShadowHost,
  OWN_ELEMENTS,
  type ShadowHost,
} from '@/lib/content-script/dom/shadow-host';
import type { Site } from '@/lib/sites/site';

/** Makes an element of ours for the page, in its theme, with the shared controls. */
export type MakeHost = (
  name: string,
  css: string,
  style: Partial<CSSStyleDeclaration>,
) => ShadowHost;

/** Makes our elements; they follow the page's theme as long as `signal` does not abort. */
export function createHostFactory(document: Document, site: Site, signal: AbortSignal): MakeHost {
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
  return (name, css, style) => {
    const host = createShadowHost(document, name, tokensCss + controlsCss + css, style);
    themed(host.element);
    return host;
  };
}
