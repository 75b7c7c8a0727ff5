export { chargedUnitsOf, systemActor, unitsOf, type Actor, type ActorPost } from './actor.js';
export { type NewPost } from './account.js';
export { listAccounts, listPeopleEvents, type AccountRow, type PeopleEventRow } from './accounts.queries.js';
export { AccountsService, type NewAccount } from './accounts.service.js';
export { FirstUseService, type FirstUse } from './first-use.service.js';
export { forgetSignIns } from './forget-sign-ins.js';
export { OrgModule } from './org.module.js';
export { hashPassword } from './password.js';
export {
  findActor,
  listPeople,
  listUnits,
  type PersonRow,
  type SignedInPerson,
  type UnitRow,
} from './people.queries.js';
export { PeopleService, type NewUnit } from './people.service.js';
export { type RequestOrigin } from './sessions.js';
export { SignInService } from './sign-in.service.js';
