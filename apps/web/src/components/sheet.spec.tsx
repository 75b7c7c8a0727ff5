import '../browser-globals.js';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Sheet } from './sheet.js';

// jsdom knows no styles of ::before and ::after, which a dialog asks for.
const styleOf = getComputedStyle;
globalThis.getComputedStyle = (element) => styleOf(element);

const sheet = (open: boolean) => (
  <Sheet open={open} title="延期申请" onClose={() => undefined}>
    <input aria-label="理由" />
  </Sheet>
);
const reason = () => screen.getByLabelText<HTMLInputElement>('理由');
const isDrawer = () => document.querySelector('.ant-drawer') !== null;

it('what was typed into a dialog stays when the phone is turned; the next one opens in the shape that fits', () => {
  const narrow = watchedWidth(true);
  const page = render(sheet(false));
  page.rerender(sheet(true));
  expect(isDrawer()).toBe(true);
  fireEvent.change(reason(), { target: { value: '等待专家评审' } });

  act(() => narrow.become(false));
  expect(reason().value).toBe('等待专家评审');

  page.rerender(sheet(false));
  page.rerender(sheet(true));
  expect(document.querySelector('.ant-modal')).not.toBeNull();
  expect(reason().value).toBe('');
});

/** jsdom knows no width of its own. */
function watchedWidth(matches: boolean) {
  const list = Object.assign(new EventTarget(), { matches });
  globalThis.matchMedia = (() => list) as never;
  return {
    become(next: boolean) {
      list.matches = next;
      list.dispatchEvent(new Event('change'));
    },
  };
}
