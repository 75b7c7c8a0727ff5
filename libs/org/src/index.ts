export { chargedUnitsOf, systemActor, unitsOf, type Actor, type ActorPost } from './actor.js';
export { type NewPost } from './account.js';
export { listAccounts, listPeopleEvents, type AccountRow, type PeopleEventRow } from './accounts.queries.js';
export { AccountsService, type NewAccount } from './accounts.service.js';
export { FirstUseService, type FirstUse } from './first-use.service.js';
export { forgetSignIns } from './forget-sign-ins.js';
export { mergeCharges, mergePosts } from './merge-posts.js';
export { OrgModule } from './org.module.js';
export { hashPassword } from './password.js';
export {
  findActor,
  listPeople,
  listClosedUnits,
  listUnits,
  type PersonRow,
  type SignedInPerson,
  type ClosedUnitRow,
  type UnitRow,
} from './people.queries.js';
export { recordPeopleEvent } from './people-record.js';
export { PeopleService, type NewUnit } from './people.service.js';
export { type RequestOrigin } from './sessions.js';
export { SignInService } from './sign-in.service.js';
export { isWithin, lockUnits, lockUnitTree, refuseBureau, type LockedUnit } from './unit-tree.js';
export { UnitsService } from './units.service.js';
