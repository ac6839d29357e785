import './row-check.css';
interface Props {
  label: string;
  selected: boolean;
  tabIndex: number;
  /** @param range extends from the last selected row */
  onSelect(selected: boolean, range: boolean): void;
}

/** A row's checkbox; Shift selects a range. */
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
