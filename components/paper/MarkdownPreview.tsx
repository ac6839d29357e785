import './markdown.css';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  text: string;
}

/** Rendered Markdown; loads the large renderer on demand. */
export function MarkdownPreview({ text }: Props) {
  const [Markdown, setMarkdown] = useState<ComponentType<Props>>();
  useEffect(() => {
    let gone = false;
    import('./Markdown').then(
      (module) => gone || setMarkdown(() => module.Markdown),
      // The plain text remains.
      (error: unknown) => console.warn('Papershelf could not load the preview', error),
    );
    return () => {
      gone = true;
    };
  }, []);
  return Markdown === undefined ? <p class="plain">{text}</p> : <Markdown text={text} />;
}
