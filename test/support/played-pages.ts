import type { Browser, Locator, Page } from 'playwright-core';
import type { TestApi } from './boot-api.js';
import { pageFor, type desk } from './browser.js';
import { openTestSession } from './bureau.js';
import { still } from './page-steps.js';

/** antd writes a blank between two Chinese characters of a button. */
export const button = (words: string): RegExp => new RegExp(`^${[...words].join('\\s*')}$`);

/** Somebody's page, signed in already, for as long as `steps` take; nothing may reach beyond its edge in the end. */
export async function played(
  { browser, api, complaints }: { browser: Browser; api: TestApi; complaints: string[] },
  [username, viewport]: [username: string, viewport: typeof desk],
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await pageFor(browser, api.url, { username }, viewport, complaints);
  const session = await openTestSession(api.owner, api.bureau.people[username]!);
  await page.context().addCookies([{ name: 'xiaohao_session', value: session, url: api.url }]);
  try {
    await page.goto('/');
    await steps(page);
    await fits(page);
  } finally {
    await page.context().close();
  }
}

/** No sideways scrolling. */
export async function fits(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(`${new URL(page.url()).pathname}: ${Math.max(0, beyond)} px too wide`).toMatch(/: 0 px/);
}

/** The page of a ticket, once its history is there. */
export async function openTicket(page: Page, { id }: { id: string }): Promise<void> {
  await page.goto(`/tickets/${id}`);
  await page.locator('.timeline .event').first().waitFor();
}

/** The form of an action, from its button or from behind 更多. */
export async function begin(page: Page, action: string): Promise<Locator> {
  const bar = page.locator('.actions');
  await bar.getByRole('button').first().waitFor();
  const direct = bar.getByRole('button', { name: button(action) });
  if ((await direct.count()) > 0) await direct.click();
  else {
    await bar.getByRole('button', { name: /更多|办理/ }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  }
  return openDialog(page, action);
}

/** The dialog with the form that is sent by a button of these words; a calendar that hangs from it is a dialog too. */
export async function openDialog(page: Page, words: string): Promise<Locator> {
  const submit = page.locator('form button[type=submit]').filter({ hasText: button(words) });
  const dialog = page.getByRole('dialog').filter({ has: submit });
  await dialog.waitFor();
  await still(dialog);
  return dialog;
}

export { choose, confirm as send, typeDay } from './page-steps.js';

/** What the head of the ticket's page says, light and day. */
export const ticketHead = (page: Page): Locator => page.locator('.ticket-head');
/** The step of the chain where the ticket stands, with who holds it. */
export const present = (page: Page): Locator => page.locator('.chain [aria-current]');

/** Waits until the place reads like this. */
export async function reads(place: Locator, words: RegExp | string): Promise<void> {
  await place
    .filter({ hasText: words })
    .first()
    .waitFor()
    .catch(async (late: Error) => {
      throw new Error(`${late.message}\nIt reads: ${(await place.allInnerTexts()).join(' | ').replaceAll('\n', ' ')}`);
    });
}
