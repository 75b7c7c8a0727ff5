import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bootApi, type TestApi } from './boot-api.js';
import { desk, openBrowser, pageFor } from './browser.js';
import { openTestSession } from './bureau.js';

type Viewport = { width: number; height: number };

/** The API with the built pages and a real browser in front of it, for suites that play the bureau's people. */
export interface PageStage {
  api: TestApi;
  /** What any page complained of. */
  complaints: string[];
  /** An empty page of somebody who is signed in. */
  as(username: string, viewport?: Viewport): Promise<Page>;
  /** The same on a ticket's page. */
  at(username: string, ticket: { id: string; no: string }, viewport?: Viewport): Promise<Page>;
  /** The ticket as the chief reads it. */
  facts(ticket: { id: string }): Promise<any>;
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

export async function openPages(today: string): Promise<PageStage> {
  const api = await bootApi(today, resolve('dist/web'));
  const browser: Browser = await openBrowser();
  const pages: Page[] = [];
  const complaints: string[] = [];
  const as: PageStage['as'] = async (username, viewport = desk) => {
    const page = await pageFor(browser, api.url, { username }, viewport, complaints);
    // The form of signing in is played elsewhere; here it would cost every person a second.
    const value = await openTestSession(api.owner, api.bureau.people[username]!);
    await page.context().addCookies([{ name: 'xiaohao_session', value, url: api.url }]);
    pages.push(page);
    return page;
  };
  return {
    api,
    complaints,
    as,
    async at(username, ticket, viewport) {
      const page = await as(username, viewport);
      await page.goto(`/tickets/${ticket.id}`);
      await page.getByText(ticket.no).first().waitFor();
      return page;
    },
    facts: async (ticket) => (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body,
    async closePages() {
      await Promise.all(pages.splice(0).map((page) => page.context().close()));
    },
    async stop() {
      await browser.close();
      await api.stop();
    },
  };
}
