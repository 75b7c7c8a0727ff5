import type { Ticket } from '../../api/tickets.js';

/** The part of a ticket the fields look at; a selection of several tickets shares one form. */
export type Subject = Pick<
  Ticket,
  'deadline' | 'leadUnit' | 'leader' | 'handler' | 'measures' | 'evidence' | 'extensions' | 'round'
> & {
  id?: string;
};

export interface FieldProps {
  subject: Subject;
  today: string;
  required: boolean;
}
