import { Fragment } from 'preact';
import { type Piece, unmarked } from '../paper/Marked';

interface Props {
  tag: string;
  /** With search hits marked. */
  pieces?: readonly Piece[] | undefined;
}

/** A tag, its slashes dimmed. */
export function TagName({ tag, pieces = unmarked(tag) }: Props) {
  return (
    <bdi class="ps-tag-name">
      {pieces.map(({ text, marked }, index) => {
        const piece = <SlashesDimmed text={text} />;
        // Pieces have neither state nor another key.
        // oxlint-disable-next-line react/no-array-index-key
        return marked ? <mark key={index}>{piece}</mark> : <Fragment key={index}>{piece}</Fragment>;
      })}
    </bdi>
  );
}

function SlashesDimmed({ text }: { text: string }) {
  return text.split('/').map((level, index, levels) => (
    <Fragment key={levels.slice(0, index + 1).join('/')}>
      {index > 0 && <span class="ps-tag-slash">/</span>}
      {level}
    </Fragment>
  ));
}
