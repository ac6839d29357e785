import { expect, test } from '@playwright/test';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { PapershelfInFirefox } from './support/firefox';
import { Site } from './support/site';

test('keeps the buttons on listings in Firefox when the daily list is switched off again', async () => {
  const site = new Site();
  site.serve('/papers', sampleListing());
  // Grant every permission request.
  const preferences = { 'extensions.webextOptionalPermissionPrompts': false };
  const firefox = await PapershelfInFirefox.launch(site, undefined, preferences);
  const settings = await firefox.openSettings();
  const choose = async (often: 'off' | 'once'): Promise<void> => {
    const choice = `label:has(input[type=radio][value="${often}"])`;
    await settings.waitForSelector(choice);
    await settings.click(choice);
  };
  const alarms = () =>
    settings.evaluate(
      async () =>
        (await browser.alarms.getAll()).filter(({ name }) => name !== 'second-copy').length,
    );

  await choose('once');
  await expect.poll(alarms).toBe(1);
  await choose('off');
  await expect.poll(alarms).toBe(0);
  const listing = await firefox.openListing();
  await firefox.button(listing, 'Save ', sampleTitles[0]);
  await firefox.close();
});

/** The extension API, as used here. */
declare const browser: { alarms: { getAll(): Promise<{ name: string }[]> } };
