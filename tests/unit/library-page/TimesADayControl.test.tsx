// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TimesADayControl } from '@/entrypoints/library/settings/TimesADayControl';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

it('returns to the stored value when the permission is denied', () => {
  const onChange = vi.fn();
  const control = (hint: string) => <TimesADayControl value={0} hint={hint} onChange={onChange} />;
  const { rerender } = render(control('Off'));
  const twice = screen.getByRole<HTMLInputElement>('radio', { name: 'Twice a day' });
  fireEvent.click(twice);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(2);
  expect(twice.checked).toBe(true);
  rerender(control('The browser may not'));
  expect(twice.checked).toBe(false);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Off' }).checked).toBe(true);
  fireEvent.click(twice);
  expect(onChange).toHaveBeenCalledTimes(2);
});
