import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import type { ComponentChildren } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { formattedPart } from './formatted-part';

/**
 * Renders Markdown without HTML or fetching: an image becomes a link. What would take long is shown
 * as text.
 */
export function Markdown({ text }: { text: string }) {
  const { content, plain } = useMemo(() => {
    const part = formattedPart(text);
    const formatted = contentOf(part.formatted);
    return formatted === undefined
      ? { content: undefined, plain: text }
      : { content: formatted, plain: part.plain };
  }, [text]);
  return (
    <div class="markdown">
      {content}
      {plain !== '' && (
        <>
          <p class="ps-quiet">{i18n.t('note.shownAsText')}</p>
          <p class="plain">{plain}</p>
        </>
      )}
    </div>
  );
}

/** Levels of elements: emphasis in emphasis, links in links. */
const DEEPEST = 100;

/** Undefined if too deeply nested to render. */
function contentOf(text: string): ComponentChildren | undefined {
  const markdown = fromMarkdown(text);
  if (isDeeper(markdown, DEEPEST)) return undefined;
  // `toHast` drops raw HTML by default.
  return toJsxRuntime(toHast(markdown), {
    Fragment,
    jsx,
    jsxs,
    components: { a: Link, img: Picture },
    elementAttributeNameCase: 'html',
    stylePropertyNameCase: 'css',
  }) as ComponentChildren;
}

interface Node {
  type: string;
  children?: readonly Node[];
}

/** Whether the tree has nodes more than `depth` below its root. */
function isDeeper(root: Node, depth: number): boolean {
  let level: readonly Node[] = [root];
  for (let at = 0; at <= depth && level.length > 0; at += 1) {
    level = level.flatMap(({ children = [] }) => children);
  }
  return level.length > 0;
}

function Link({ href, children }: { href?: string; children?: ComponentChildren }) {
  if (href === undefined || !/^(https?|mailto):/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function Picture({ src, alt }: { src?: string; alt?: string }) {
  return <Link {...(src === undefined ? {} : { href: src })}>{alt || src}</Link>;
}
