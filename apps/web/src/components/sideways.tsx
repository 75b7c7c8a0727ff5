import type { ReactNode } from 'react';

/**
 * What may be wider than the page: it is moved sideways, by hand or by the arrow keys, and a shadow stands at the edge
 * behind which there is more.
 */
export function Sideways({ className = '', children }: { className?: string; children: ReactNode }) {
  return (
    <div className={`sideways ${className}`.trim()} tabIndex={0}>
      {children}
    </div>
  );
}
