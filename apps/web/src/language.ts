import { pageTexts, type Label, type PageTextKey } from '@xiaohao/messages';

export type Language = 'zh' | 'en';

const storageKey = 'xiaohao.language';

/** Chosen once per load: changing it reloads the page, so nothing has to listen for it. */
export const language: Language = globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'zh';

export function changeLanguage(next: Language): void {
  localStorage.setItem(storageKey, next);
  location.reload();
}

/** A label of the catalogue in the language of the page. */
export function labelText(label: Label): string {
  return label[language === 'zh' ? 0 : 1];
}

/** A text of the pages with its `{places}` filled. */
export function t(key: PageTextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return labelText(pageTexts[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A code that the server may know before this page does is shown as it is. */
export function labelOf(labels: Readonly<Record<string, Label>>, code: string): string {
  const label = labels[code];
  return label ? labelText(label) : code;
}
