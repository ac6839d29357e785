import { Fragment } from 'preact';

/** A tag's words, the slash between its levels dimmed. */
export function TagName({ tag }: { tag: string }) {
  return (
    <bdi class="ps-tag-name">
      {tag.split('/').map((level, index, levels) => (
        <Fragment key={levels.slice(0, index + 1).join('/')}>
          {index > 0 && <span class="ps-tag-slash">/</span>}
          {level}
        </Fragment>
      ))}
    </bdi>
  );
}
