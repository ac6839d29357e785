interface Props {
  label: string;
  selected: boolean;
  tabIndex: number;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(selected: boolean, range: boolean): void;
}

/** The checkbox that selects a row of a list; with Shift, all from the last one selected. */
export function RowCheck({ label, selected, tabIndex, onSelect }: Props) {
  return (
    <label class="row-check">
      <input
        type="checkbox"
        checked={selected}
        tabIndex={tabIndex}
        aria-label={label}
        onClick={(event) => onSelect(event.currentTarget.checked, event.shiftKey)}
      />
    </label>
  );
}
