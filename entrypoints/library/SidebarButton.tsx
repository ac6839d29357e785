import './sidebar.css';
interface Props {
  open: boolean;
  onOpen(open: boolean): void;
  label: string;
}

/** Opens the sidebar on narrow screens. */
export function SidebarButton({ open, onOpen, label }: Props) {
  return (
    <button
      type="button"
      class="ps-button sidebar-button"
      aria-expanded={open}
      aria-controls="sidebar"
      onClick={() => onOpen(!open)}
    >
      {label}
    </button>
  );
}
