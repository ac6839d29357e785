import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { sameTag } from '@/lib/papers/tags/tag';
import { tagForest, type TagNode } from '@/lib/papers/tags/tag-forest';
import type { FacetCount } from '@/lib/search/found';
import { ChevronIcon } from '@/components/icons';
import { FacetList } from './FacetList';
import { FacetRow } from './FacetRow';

interface Props {
  tags: readonly FacetCount<string>[];
  isChosen(tag: string): boolean;
  onToggle(tag: string): void;
}

/** Roots shown at first: there may be thousands. The others are in the list of all tags. */
const SHOWN = 12;
/** So many at most, even when asked for more: beyond that one filters in the list of all tags. */
const LISTED = 200;

/** The tags as a tree on `/`; the most used first, the branches closed until they are opened. */
export function TagFacet({ tags, isChosen, onToggle }: Props) {
  const forest = useMemo(() => tagForest(tags), [tags]);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const toggleOpen = (tag: string): void =>
    setOpened(
      opened.includes(tag) ? opened.filter((each) => !sameTag(each, tag)) : [...opened, tag],
    );
  const holdsChosen = (node: TagNode): boolean =>
    node.children.some((child) => isChosen(child.tag) || holdsChosen(child));

  const rows = (nodes: readonly TagNode[], level: number): preact.JSX.Element[] =>
    nodes.flatMap((node) => {
      const open = opened.includes(node.tag) || holdsChosen(node);
      const row = (
        <FacetRow
          key={node.tag}
          chosen={isChosen(node.tag)}
          count={node.count}
          level={level}
          onClick={() => onToggle(node.tag)}
          opener={
            node.children.length > 0 && (
              <button
                type="button"
                class="facet-open"
                aria-expanded={open}
                aria-label={i18n.t('facets.below', [node.tag])}
                onClick={() => toggleOpen(node.tag)}
              >
                <ChevronIcon />
              </button>
            )
          }
        >
          <bdi>{node.name}</bdi>
        </FacetRow>
      );
      return open ? [row, ...rows(node.children, level + 1)] : [row];
    });

  return (
    <FacetList title={i18n.t('tags.label')} limit={SHOWN}>
      {rows(forest.slice(0, LISTED), 0)}
    </FacetList>
  );
}
