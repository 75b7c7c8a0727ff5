import { createBrowserRouter, type RouteObject } from 'react-router';
import { PageFailure } from './components/error-boundary.js';
import { pages, type PageRow } from './page-table.js';
import { Shell } from './shell/shell.js';

const lazily = (load: PageRow['load']) => async () => ({ Component: await load() });

const routes: RouteObject[] = [
  {
    path: '/sign-in',
    errorElement: <PageFailure />,
    lazy: lazily(() => import('./pages/sign-in/sign-in-page.js').then((page) => page.SignInPage)),
  },
  {
    path: '/password',
    errorElement: <PageFailure />,
    lazy: lazily(() => import('./pages/sign-in/password-page.js').then((page) => page.PasswordPage)),
  },
  {
    element: <Shell />,
    children: [
      ...pages.map((page): RouteObject => ({
        path: page.path,
        handle: page,
        errorElement: <PageFailure />,
        lazy: lazily(page.load),
      })),
      {
        path: '*',
        lazy: lazily(() => import('./pages/missing-page.js').then((page) => page.MissingPage)),
      },
    ],
  },
];

export const buildRouter = () => createBrowserRouter(routes);
