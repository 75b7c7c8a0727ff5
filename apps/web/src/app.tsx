import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import enUS from 'antd/locale/en_US';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client.js';
import { signedOut } from './api/client.js';
import { language } from './language.js';
import { buildRouter } from './routes.js';
import { theme } from './theme.js';

const router = buildRouter();

/** Where the session ended is where it goes on after signing in. */
function useLeadToSignIn(): void {
  useEffect(() => {
    const lead = (event: Event) => {
      const { pathname, search } = router.state.location;
      if (pathname === '/sign-in' || pathname === '/password') return;
      const page = (event as CustomEvent).detail === 'passwordChangeRequired' ? '/password' : '/sign-in';
      const back = pathname === '/' && !search ? '' : `?back=${encodeURIComponent(pathname + search)}`;
      void router.navigate(page + back, { replace: true });
    };
    signedOut.addEventListener('signed-out', lead);
    return () => signedOut.removeEventListener('signed-out', lead);
  }, []);
}

export function App() {
  useLeadToSignIn();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      componentSize="middle"
    >
      <AntApp message={{ maxCount: 3 }} notification={{ placement: 'bottomLeft' }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
