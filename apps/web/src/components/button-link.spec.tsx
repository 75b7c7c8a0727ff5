import '../browser-globals.js';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { ButtonLink } from './button-link.js';

it('a link that looks like a button is one element: no button stands in a link', () => {
  const { container } = render(
    <MemoryRouter>
      <ButtonLink to="/reports/learn?from=list" type="primary">
        从往期报告学模板
      </ButtonLink>
    </MemoryRouter>,
  );
  const controls = [...container.querySelectorAll('a, button')];
  expect(controls.map(({ tagName }) => tagName)).toEqual(['A']);
  expect(controls[0]!.getAttribute('href')).toBe('/reports/learn?from=list');
});
