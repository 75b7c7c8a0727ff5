import { App } from 'antd';

/** Puts a text on the clipboard and says so. Without https a browser lends none: then it is shown to be copied by hand. */
export function useCopy(words: string): (text: string) => void {
  const { message } = App.useApp();
  return (text) =>
    navigator.clipboard
      ? void navigator.clipboard.writeText(text).then(() => message.success(words))
      : void message.info(text, 20);
}
