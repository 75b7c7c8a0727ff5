export { chargedUnitsOf, systemActor, unitsOf, type Actor, type ActorPost } from './actor.js';
export { AccountsService, type NewAccount } from './accounts.service.js';
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
export { SignInService } from './sign-in.service.js';
