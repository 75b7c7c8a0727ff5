import type { ReactNode } from 'react';

/** The title of a page and, at its end, what can be done with the whole page. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {note && <span className="faint">{note}</span>}
      <div className="page-head-end">{children}</div>
    </div>
  );
}
