import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import type { ComponentChildren } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { formattedPart } from './formatted-part';

/**
 * Renders Markdown without HTML or fetching: images become links. Parts that would take long remain
 * text.
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

/** Levels of elements, such as emphasis in emphasis. */
const DEEPEST = 100;

/** Undefined if nested too deeply. */
function contentOf(text: string): ComponentChildren | undefined {
  const markdown = fromMarkdown(text);
  if (isDeeper(markdown, DEEPEST)) return undefined;
  // `toHast` drops raw HTML.
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

/** Whether nodes are more than `depth` below the root. */
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
