/** Puts a screen into the page that the server sent: its words, its server state, and a boundary for what may go wrong. */
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RequestFailure } from '../graphql/client';
import type { ScreenProps } from '../screens/screen';
import { wordsFor } from './i18n';
import { ScreenBoundary } from './screen-boundary';
import { type ScreenName, SCREENS } from './screens';

export async function mountScreen(host: HTMLElement): Promise<void> {
  const { name, ...props } = JSON.parse(host.dataset['screen'] ?? '') as ScreenProps & { readonly name: ScreenName };
  const Screen = await SCREENS[name]();
  createRoot(host).render(
    <StrictMode>
      <I18nProvider i18n={wordsFor()}>
        <ScreenBoundary>
          <QueryClientProvider client={serverState()}>
            <Screen {...props} />
          </QueryClientProvider>
        </ScreenBoundary>
      </I18nProvider>
    </StrictMode>,
  );
}

/** Asks again when the line was lost, never when the server has answered. A change is never put off: offline it says so at once, rather than waiting for the line in silence. */
function serverState(): QueryClient {
  const isWorthAnother = (failures: number, error: Error): boolean => error instanceof RequestFailure && error.code === 'OFFLINE' && failures < 3;
  return new QueryClient({ defaultOptions: { queries: { retry: isWorthAnother, staleTime: 10_000 }, mutations: { retry: false, networkMode: 'always' } } });
}
