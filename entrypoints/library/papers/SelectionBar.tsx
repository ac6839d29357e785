import { BulkBar } from './BulkBar';
import type { Bulk } from '@/lib/pages/actions/use-bulk';
import type { PaperId } from '@/lib/papers/paper-id';
import { SelectionTags } from './SelectionTags';

interface Props {
  bulk: Bulk;
  selected: readonly PaperId[];
  /** Selected papers not listed now; actions skip them. */
  hidden: number;
  /** Papers not indexed yet. */
  left: number;
  onClear(): void;
  tagging: boolean;
  onTagging(open: boolean): void;
  suggestTags(typed: string, taken: readonly string[]): Promise<readonly string[]>;
}

export function SelectionBar({ bulk, selected, suggestTags, ...bar }: Props) {
  return (
    <BulkBar
      {...bar}
      selected={selected.length}
      onStatus={(status) => void bulk.change(selected, { kind: 'status', status })}
      onRemove={() => void bulk.change(selected, { kind: 'remove' })}
      tags={
        <SelectionTags
          ids={selected}
          suggest={suggestTags}
          onAdd={(tag) => bulk.change(selected, { kind: 'add-tag', tag })}
          onRemove={(tag) => bulk.change(selected, { kind: 'remove-tag', tag })}
        />
      }
    />
  );
}
