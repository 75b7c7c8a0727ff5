import type { Locator, Page } from 'playwright-core';
import { until } from './waiting.js';

/** antd sets two characters apart (`签 收`) and names the icon before the words. */
const spaced = (name: string) => new RegExp(`(^|\\s)${[...name].join('\\s*')}$`);

/** Presses an action of the ticket, wherever it stands: as a button or behind 更多. */
export async function openAction(page: Page, action: string): Promise<Locator> {
  const button = page.getByRole('button', { name: spaced(action) }).first();
  const more = page.getByRole('button', { name: /更\s*多|操\s*作/ }).first();
  await button.or(more).first().waitFor();
  if (await button.isVisible()) await button.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  }
  const dialog = page.getByRole('dialog').last();
  await dialog.waitFor();
  await still(dialog);
  return dialog;
}

/** Takes a step of the ticket: opens its form, has it filled, confirms and waits until the form is gone. */
export async function act(page: Page, action: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
  const dialog = await openAction(page, action);
  await fill(dialog);
  await confirm(dialog, action);
}

/** Tries a step that the ticket does not allow yet; returns what the form says, and closes it. */
export async function refusalOf(
  page: Page,
  action: string,
  fill: (dialog: Locator) => Promise<void> = async () => {},
): Promise<string> {
  const dialog = await openAction(page, action);
  await fill(dialog);
  await dialog
    .getByRole('button', { name: spaced(action) })
    .last()
    .click();
  const words = await dialog.getByRole('alert').first().innerText();
  await dialog.getByRole('button', { name: spaced('取消') }).click();
  await dialog.waitFor({ state: 'hidden' });
  return words;
}

/** The form that a button of that name opens, filled and sent by a button inside it. */
export async function sendForm(page: Page, button: string, submit: string, fill: (dialog: Locator) => Promise<void>) {
  await page
    .getByRole('button', { name: spaced(button) })
    .first()
    .click();
  const dialog = page.getByRole('dialog').last();
  await dialog.waitFor();
  await still(dialog);
  await fill(dialog);
  await confirm(dialog, submit);
}

/** Sends a form by its button and waits until it is gone; what it refuses is told. */
export async function confirm(dialog: Locator, name: string): Promise<void> {
  const send = dialog.getByRole('button', { name: spaced(name) }).last();
  await send.click();
  // A click in the moment a form opens may be lost on a busy machine; a person clicks again.
  await dialog.waitFor({ state: 'hidden', timeout: 8_000 }).catch(() => send.click({ timeout: 5_000 }).catch(() => {}));
  await dialog.waitFor({ state: 'hidden' }).catch(async (late: Error) => {
    throw new Error(`${late.message}\nThe dialog says: ${await dialog.innerText()}`);
  });
}

/** Until a dialog, or what it stands in, moves no more: a click in the moment it opens may be lost. */
export async function still(dialog: Locator): Promise<void> {
  const moving = '[class*="-appear"], [class*="-enter"], [class*="-leave"]';
  await until(() => dialog.evaluate((own, moves) => own.closest(moves) === null, moving), 'the dialog stands still');
}

/** How often a choice is made that a busy page takes no notice of; a person looks and chooses again. */
const tries = 3;

/** Opens the list of a field, unless it is open, and clicks an option of that list; found by typing where one may. */
export async function pick(field: Locator, option: string | RegExp): Promise<void> {
  if ((await field.getAttribute('aria-expanded')) !== 'true') await field.click();
  if (typeof option === 'string' && (await field.isEditable())) await field.fill(option);
  await until(async () => (await field.getAttribute('aria-controls')) !== null, 'the list opens', 10_000);
  const list = field.page().locator(`[id="${await field.getAttribute('aria-controls')}"]`);
  const menu = field.page().locator('.ant-select-dropdown', { has: list });
  await menu.locator('.ant-select-item-option', { hasText: option }).first().click({ timeout: 30_000 });
}

/** Chooses an option of a field's list by its words, and looks that the field has taken it. */
export async function choose(within: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const field = within.getByLabel(label);
  const taken = field.locator('xpath=ancestor::*[contains(@class, "ant-select-content")]', { hasText: option });
  for (let left = tries; ; left -= 1) {
    try {
      await pick(field, option);
      await taken.waitFor({ timeout: 10_000 });
      return;
    } catch (late) {
      if (left === 1) throw late;
    }
  }
}

/** Types a day, as `2026-07-31`, and looks that the field has taken it. */
export async function typeDay(dialog: Locator, label: string, day: string): Promise<void> {
  const field = dialog.getByLabel(label);
  for (let left = tries; left > 0; left -= 1) {
    await field.fill(day);
    await field.press('Tab');
    if ((await field.inputValue()) === day) return;
  }
  throw new Error(`${label} does not take ${day}`);
}

/** Waits until the words stand on the page. */
export const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Nothing of a page may lie beside the screen. */
export const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Attaches a small text file by the button of that name. */
export async function pickFile(page: Page, name: string, button = '上传佐证'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: spaced(button) })
    .first()
    .click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('经过和结果') });
  await page.getByText(name).first().waitFor();
}

/** Registers a ticket by hand and returns it; its page is open afterwards. */
export async function register(
  page: Page,
  fill: (dialog: Locator) => Promise<void>,
  button = '新建',
): Promise<{ id: string; no: string }> {
  if (button === '新建') await page.goto('/tickets');
  const before = page.url();
  await sendForm(page, button, '登记', fill);
  await page.waitForURL((address) => address.href !== before && /\/tickets\/[0-9a-f-]{36}$/.test(address.pathname));
  const id = page.url().split('/').at(-1)!;
  const { no } = (await (await page.request.get(`/api/tickets/${id}`)).json()) as { no: string };
  await page.getByText(no).first().waitFor();
  return { id, no };
}
