import type { ComponentChildren } from 'preact';

// Decorative: its control has a name.

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="ps-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const BOOKMARK = 'M4 2.5h8v11l-4-2.8-4 2.8z';

export function BookmarkIcon({ filled = false }: { filled?: boolean }) {
  return (
    <Icon>
      <path d={BOOKMARK} fill={filled ? 'currentColor' : 'none'} />
    </Icon>
  );
}

/** Three books on a shelf. */
export function LogoIcon() {
  return (
    <Icon>
      <g fill="currentColor" stroke="none">
        <rect x="2" y="3" width="2.6" height="9" rx=".6" />
        <rect x="5.4" y="4.5" width="2.6" height="7.5" rx=".6" />
        <rect x="9.3" y="3.6" width="2.6" height="8.6" rx=".6" transform="rotate(-14 10.6 12)" />
        <rect x="1" y="12.8" width="14" height="1.4" rx=".7" />
      </g>
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4.5 4.5 7 7m0-7-7 7" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="m9.5 3.5-4.5 4.5 4.5 4.5" />
    </Icon>
  );
}

export function ChevronIcon() {
  return (
    <Icon>
      <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
    </Icon>
  );
}

export function PencilIcon() {
  return (
    <Icon>
      <path d="m3 13 .6-2.9 7.2-7.2 2.3 2.3-7.2 7.2z" />
    </Icon>
  );
}

export function BinIcon() {
  return (
    <Icon>
      <path d="M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5 5 13h6l.7-8.5" />
    </Icon>
  );
}
