import '../paper/damaged.css';
import { Component, type ComponentChildren } from 'preact';
import { i18n } from '#i18n';

interface Props {
  /** The row's key, shown instead. */
  name: string;
  /** Where to inspect the row. */
  href?: string | undefined;
  children: ComponentChildren;
}

/** Error boundary of a row: its failure leaves the others. */
export class RowBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    console.error('Papershelf could not render a row', this.props.name, error);
    this.setState({ failed: true });
  }

  override render({ name, href, children }: Props) {
    if (!this.state.failed) return children;
    return (
      <p class="row-title damaged-row">
        {href === undefined ? name : <a href={href}>{name}</a>}
        <DamagedMark />
      </p>
    );
  }
}

/** Marks a row with damaged data. */
export function DamagedMark() {
  return (
    <span class="damaged-mark" title={i18n.t('damaged.hint')}>
      {i18n.t('damaged.mark')}
    </span>
  );
}
