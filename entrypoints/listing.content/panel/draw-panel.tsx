import type { CountsAt } from '@/lib/papers/counts';
import fieldsCss from '@/components/fields/fields.css?inline';
import { PaperHistory } from '@/components/paper/PaperHistory';
import historyCss from '@/components/paper/paper-history.css?inline';
import { drawStyled } from '../lazy/draw';
import { SavePanel, type SavePanelProps } from './SavePanel';
import panelCss from './save-panel.css?inline';

/** Draws the panel, with the paper's counts over time, if any. */
export function drawPanel(
  root: ShadowRoot,
  { history, ...props }: Omit<SavePanelProps, 'history'> & { history: readonly CountsAt[] },
): void {
  drawStyled(
    root,
    fieldsCss + historyCss + panelCss,
    <SavePanel {...props} history={history.length > 0 && <PaperHistory points={history} />} />,
  );
}
