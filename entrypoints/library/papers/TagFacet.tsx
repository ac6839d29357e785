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

/** Root tags at first; the tags view lists all, maybe thousands. */
const SHOWN = 12;
/** Maximum when expanded; then filter in the tags view. */
const LISTED = 200;

/** A tree of tags split on `/`, most used first, collapsed. */
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
