import { Link } from 'react-router';
import type { ReportComparison } from '../../api/reports.js';

/** A sentence with the numbers of its tickets as links; those the reader may not see stay text. */
export function LinkedSentence({ text, tickets }: { text: string; tickets: ReportComparison['tickets'] }) {
  const ids = new Map(tickets.map(({ no, id }) => [no, id]));
  return text.split(/([A-Z]{2}-\d{4}-\d{4,})/).map((part, at) => {
    const id = ids.get(part);
    return id ? (
      <Link key={at} to={`/tickets/${id}`} className="figures">
        {part}
      </Link>
    ) : (
      part
    );
  });
}
