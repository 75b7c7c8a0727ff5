import type { Ticket } from '../../api/tickets.js';

/** The part of a ticket the fields look at; a selection of several tickets shares one form. */
export type Subject = Pick<
  Ticket,
  'deadline' | 'leadUnit' | 'supportUnits' | 'leader' | 'handler' | 'measures' | 'evidence' | 'extensions' | 'round'
> & {
  id?: string;
  /** False where the unit is closed and another is to be named. */
  leadUnitOpen?: boolean;
  /** The last day the law leaves, where one is set. */
  latestDueOn?: string | null;
  /** Absent where several tickets share the form: what only one of them has is not asked for. */
  sort?: Pick<Ticket, 'kind' | 'level' | 'details' | 'raisedOn' | 'occurredOn'>;
};

export interface FieldProps {
  subject: Subject;
  today: string;
  required: boolean;
  /** The ticket after so many entries were added to it from within the form. */
  onAdded?: (ticket: Ticket, entries: number) => void;
}
