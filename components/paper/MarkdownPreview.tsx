import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  text: string;
}

/** Markdown as it reads. What draws it is big, so it is loaded when first needed. */
export function MarkdownPreview({ text }: Props) {
  const [Markdown, setMarkdown] = useState<ComponentType<Props>>();
  useEffect(() => {
    let gone = false;
    import('./Markdown').then(
      (module) => gone || setMarkdown(() => module.Markdown),
      // The plain text below stands in for it.
      (error: unknown) => console.warn('Papershelf could not load the preview', error),
    );
    return () => {
      gone = true;
    };
  }, []);
  return Markdown === undefined ? <p class="plain">{text}</p> : <Markdown text={text} />;
}
