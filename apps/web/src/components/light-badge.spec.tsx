import '../browser-globals.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import { LightBadge, lightWords, type Lit } from './light-badge.js';

const today = '2026-07-01';
const lit = (light: Lit['light'], status: Lit['status'], dueOn: string | null, ongoing = false): Lit => ({
  light,
  status,
  deadline: { kind: ongoing && !dueOn ? 'ongoing' : 'date', dueOn, ongoing },
});

describe('a light', () => {
  it.each([
    [lit('green', 'in_progress', '2026-08-30'), '正常'],
    [lit('yellow', 'in_progress', '2026-07-04'), '还有 3 天'],
    [lit('yellow', 'assigned', '2026-07-01'), '今天到期'],
    [lit('red', 'in_progress', '2026-06-26'), '逾期 5 天'],
    [lit('grey', 'pending_review', '2026-06-26'), '待审核'],
    [lit('none', 'in_progress', null, true), '长期'],
    [lit('none', 'in_progress', null), '时限待定'],
    [lit('none', 'closed', '2026-06-26'), '已销号'],
  ])('says in words what it means: %#', (one, words) => {
    expect(lightWords(one, today)).toBe(words);
  });

  it('carries a shape of its own beside the word, so that colour is not needed', () => {
    const client = new QueryClient();
    client.setQueryData(['settings'], { today });
    const shapes = (['green', 'yellow', 'red', 'grey', 'none'] as const).map((light) => {
      const { container, unmount } = render(
        <QueryClientProvider client={client}>
          <LightBadge lit={lit(light, 'in_progress', '2026-07-04')} />
        </QueryClientProvider>,
      );
      const shape = container.querySelector('.light-shape')!.textContent;
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(5);
    expect(screen.queryByText('逾期')).not.toBeInTheDocument();
  });
});
