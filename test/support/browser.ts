import { chromium, type Browser, type Page } from 'playwright-core';

/** A browser on a busy machine takes its time; each step of it still has the minute of `pageFor`. */
jest.setTimeout(300_000);

/** A real Chromium without a window. `npm test` installs it, the setup of the suites finds it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  if (!executablePath) throw new Error('no Chromium found: run the tests through npm test');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 360, height: 780 };

/** How many times slower than the machine pages run, to look for what only a busy one shows: `XIAOHAO_SLOWNESS=6 npm test -- test/web`. */
const slowness = Number(process.env['XIAOHAO_SLOWNESS'] ?? 1);

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
}

/** An empty page for somebody; what it complains about is collected in `complaints`. */
export async function pageFor(
  browser: Browser,
  url: string,
  { username }: { username: string },
  viewport: { width: number; height: number },
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
    // On the bureau's old desks the system's movements are switched off; phones have them.
    reducedMotion: viewport.width >= desk.width ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  if (slowness > 1) await slow(page);
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => complaints.push(`${username}: ${error.message}`));
  page.on('console', (message) => {
    // An answer of 4xx is told as an error too; pages are meant to get some.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(`${username}: ${message.text()}`);
  });
  return page;
}

/** The page of somebody signed in through the form. */
export async function signedIn(
  browser: Browser,
  url: string,
  person: { username: string; password: string },
  viewport: { width: number; height: number },
  complaints: string[],
): Promise<Page> {
  const page = await pageFor(browser, url, person, viewport, complaints);
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(person.username);
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  return page;
}
