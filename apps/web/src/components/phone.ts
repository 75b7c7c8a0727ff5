import { useSyncExternalStore } from 'react';

function mediaHook(query: string): () => boolean {
  const watch = (onChange: () => void) => {
    const list = matchMedia(query);
    list.addEventListener('change', onChange);
    return () => list.removeEventListener('change', onChange);
  };
  return () => useSyncExternalStore(watch, () => matchMedia(query).matches);
}

// On screens only: paper is narrower than many of them, and printing must not turn a page into that of a phone.

/** True on screens as narrow as a phone: lists become cards, dialogs become sheets. */
export const useIsPhone = mediaHook('screen and (max-width: 767px)');

/** True where a sheet of A4 would be too small to read. */
export const useIsNarrow = mediaHook('screen and (max-width: 600px)');
