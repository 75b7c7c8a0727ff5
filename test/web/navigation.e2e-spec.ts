import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { testPassword } from '../support/bureau.js';
import { desk, openBrowser, phone, signedIn } from '../support/browser.js';

let api: TestApi;
let browser: Browser;

beforeAll(async () => {
  api = await bootApi('2026-07-01', resolve('dist/web'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

/** Signs in and follows every entry of the navigation in turn, without loading a page anew. */
async function walkThrough(username: string, viewport: typeof desk, navigation: string): Promise<string[]> {
  const complaints: string[] = [];
  const page = await signedIn(browser, api.url, { username, password: testPassword }, viewport, complaints);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const entries = page.locator(navigation);
  await entries.first().waitFor();
  const names = await entries.allInnerTexts();
  for (const name of [...names, ...names.slice(0, 2)]) {
    await entries.filter({ hasText: name }).first().click();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    await page.locator('.page').first().waitFor();
    if (await page.getByRole('alert').count()) complaints.push(`${name}: ${await page.getByRole('alert').innerText()}`);
  }
  await page.context().close();
  expect(names.length).toBeGreaterThan(1);
  return complaints;
}

it('a part of a page that is gone is missing, not another page', async () => {
  const answers = await Promise.all(
    ['/assets/gone-1a2b3c.js', '/tickets/somewhere'].map((path) => fetch(api.url + path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 200]);
});

describe('from page to page by the navigation', () => {
  it.each(['admin', 'chief', 'inspection', 'head', 'auditor', 'stats'])('nothing breaks for %s', async (username) => {
    expect(await walkThrough(username, desk, '.nav a')).toEqual([]);
  });

  it('nothing breaks on a phone', async () => {
    expect(await walkThrough('handler', phone, '.tabs a')).toEqual([]);
  });
});
