/** Light or dark: as the reader chose in the foot of the page, else as the device is set; follows both while the page stands. */
import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark';

const DARK_DEVICE = '(prefers-color-scheme: dark)';

export function useAppearance(): Appearance {
  return useSyncExternalStore(follow, current);
}

function current(): Appearance {
  const chosen = document.documentElement.dataset['look'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia(DARK_DEVICE).matches ? 'dark' : 'light';
}

function follow(tell: () => void): () => void {
  const device = matchMedia(DARK_DEVICE);
  const choice = new MutationObserver(tell);
  device.addEventListener('change', tell);
  choice.observe(document.documentElement, { attributeFilter: ['data-look'] });
  return () => {
    device.removeEventListener('change', tell);
    choice.disconnect();
  };
}
