import { createBrowserRouter, type RouteObject } from 'react-router';
import { PageFailure } from './components/error-boundary.js';
import { FirstLoad } from './components/states.js';
import { pages, type PageRow } from './page-table.js';
import { Shell } from './shell/shell.js';

const lazily = (load: PageRow['load']) => async () => ({ Component: await load() });

const routes: RouteObject[] = [
  {
    path: '/sign-in',
    HydrateFallback: FirstLoad,
    errorElement: <PageFailure />,
    lazy: lazily(() => import('./pages/sign-in/sign-in-page.js').then((page) => page.SignInPage)),
  },
  {
    path: '/first-use',
    HydrateFallback: FirstLoad,
    errorElement: <PageFailure />,
    lazy: lazily(() => import('./pages/first-use/first-use-page.js').then((page) => page.FirstUsePage)),
  },
  {
    path: '/password',
    HydrateFallback: FirstLoad,
    errorElement: <PageFailure />,
    lazy: lazily(() => import('./pages/sign-in/password-page.js').then((page) => page.PasswordPage)),
  },
  {
    element: <Shell />,
    errorElement: <PageFailure />,
    HydrateFallback: FirstLoad,
    children: [
      ...pages.map((page): RouteObject => ({
        path: page.path,
        handle: page,
        errorElement: <PageFailure />,
        lazy: lazily(page.load),
        children: page.inside?.map((part): RouteObject =>
          part.path === ''
            ? { index: true, handle: page, lazy: lazily(part.load) }
            : { path: part.path, handle: page, lazy: lazily(part.load) },
        ),
      })),
      {
        path: '*',
        lazy: lazily(() => import('./pages/missing-page.js').then((page) => page.MissingPage)),
      },
    ],
  },
];

export const buildRouter = () => createBrowserRouter(routes);
