import { useSyncExternalStore } from 'react';

const phone = '(max-width: 767px)';

function watch(onChange: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** True on screens as narrow as a phone: lists become cards, dialogs become sheets. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(phone).matches);
}
