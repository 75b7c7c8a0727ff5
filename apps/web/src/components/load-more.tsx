import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { t } from '../language.js';

/** Fetches the next page when it comes into sight; the button is for keyboards and for when that fails. */
export function LoadMore({ hasMore, isLoading, onMore }: { hasMore: boolean; isLoading: boolean; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  const waits = hasMore && !isLoading;
  useEffect(() => {
    if (!waits || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: '400px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [waits]);
  if (!hasMore) return null;
  return (
    <div className="load-more" ref={place}>
      <Button type="text" loading={isLoading} onClick={onMore}>
        {t('table.more')}
      </Button>
    </div>
  );
}
