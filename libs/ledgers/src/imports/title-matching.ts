import { surnameWithTitle } from '@xiaohao/domain';
import { plainName, type Directory, type DirectoryPerson } from './name-matching.js';

/** Offices above the sections: 陆局 sits in the bureau, whichever section leads. */
const aboveSections = /局|书记|区|县|镇|乡/;

/**
 * Who 陆局 or 王主任 may be: the one leader of that surname in the unit, of those above the sections for their titles, or in
 * the whole bureau where the unit has none. Null where nobody or several fit; a person is proposed, never chosen.
 */
export function leaderByTitle(directory: Directory, name: string, leadUnitId: string | null): DirectoryPerson | null {
  const known = surnameWithTitle(plainName(name));
  if (!known) return null;
  const ofSurname = [...directory.peopleByName].flatMap(([own, people]) =>
    own.startsWith(known.surname) ? people.filter(({ leads, heads }) => leads || heads) : [],
  );
  const inside = ofSurname.filter(({ unitIds }) => leadUnitId !== null && unitIds.includes(leadUnitId));
  const above = aboveSections.test(known.title) ? ofSurname.filter(({ leads }) => leads) : [];
  const fitting = [inside, above, ofSurname].find((people) => people.length > 0) ?? [];
  return fitting.length === 1 ? fitting[0]! : null;
}
