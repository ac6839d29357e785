import { render, type ComponentChildren } from 'preact';
import { withoutNames } from '@/lib/shared/dom-names';

const styled = new WeakSet<ShadowRoot>();

/** Draws into a shadow root with control styles; adds `css` the first time. */
export function drawStyled(root: ShadowRoot, css: string, children: ComponentChildren): void {
  if (!styled.has(root)) {
    styled.add(root);
    // After the control styles, which it overrides.
    const style = withoutNames(root.ownerDocument).createElement('style');
    style.textContent = css;
    root.append(style);
  }
  render(children, root);
}

/** Unmounts what was drawn. */
export function clearRoot(root: ShadowRoot): void {
  render(null, root);
}
