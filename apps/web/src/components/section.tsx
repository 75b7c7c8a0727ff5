import type { ReactNode } from 'react';

/** A titled part of a page. */
export function Section({
  title,
  count,
  end,
  children,
}: {
  title: string;
  count?: number;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>
          {title}
          {count !== undefined && count > 0 && <span className="section-count figures">{count}</span>}
        </h2>
        {end && <div className="section-end">{end}</div>}
      </header>
      {children}
    </section>
  );
}
