export { chargedUnitsOf, systemActor, unitsOf, type Actor, type ActorPost } from './actor.js';
export { type NewPost } from './account.js';
export { listAccounts, listPeopleEvents, type AccountRow, type PeopleEventRow } from './accounts.queries.js';
export { AccountsService, type NewAccount } from './accounts.service.js';
export { ApiTokensService, type ApiTokenRow, type NewApiToken } from './api-tokens.service.js';
export { CredentialsService, type LetInPerson, type Through } from './credentials.service.js';
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
export { oidcCallbackPath, OidcSignInService } from './oidc-sign-in.service.js';
export { OwnAccountService } from './own-account.service.js';
export { PeopleService, type NewUnit } from './people.service.js';
export { listSessions, type RequestOrigin, type SessionRow } from './sessions.js';
export { SubmissionsService, type Submission } from './submissions.service.js';
export { SignInService } from './sign-in.service.js';
