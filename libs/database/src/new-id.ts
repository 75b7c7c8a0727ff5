import { v7 } from 'uuid';

/** A new row's id: UUID version 7, so that ids sort by time and indexes grow at their end. */
export function newId(): string {
  return v7();
}
