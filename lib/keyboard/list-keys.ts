import { isComposing, isShortcut, keysPressed } from './keys-pressed';

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  Home: -Infinity,
  End: Infinity,
};

/** The step in a list: 1, -1, ±Infinity (to an end) or undefined. */
export function listStep(event: KeyboardEvent): number | undefined {
  if (isShortcut(event) || isComposing(event)) return undefined;
  return keysPressed(event)
    .map((key) => STEPS[key])
    .find((step) => step !== undefined);
}
