import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import type { ComponentChildren } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';

/** Renders Markdown without HTML or fetching: an image becomes a link. */
export function Markdown({ text }: { text: string }) {
  // `toHast` drops raw HTML by default.
  const tree = toHast(fromMarkdown(text));
  return (
    <div class="markdown">
      {
        toJsxRuntime(tree, {
          Fragment,
          jsx,
          jsxs,
          components: { a: Link, img: Picture },
          elementAttributeNameCase: 'html',
          stylePropertyNameCase: 'css',
        }) as ComponentChildren
      }
    </div>
  );
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
