export {
  chargedUnitsOf,
  handlersFor,
  ledUnitsOf,
  stoodInFor,
  systemActor,
  unitsOf,
  withPosts,
  type Actor,
  type ActorPost,
} from './actor.js';
export { addPost, type NewPost } from './account.js';
export { listAccounts, listPeopleEvents, type AccountRow, type PeopleEventRow } from './accounts.queries.js';
export { AccountsService, type NewAccount } from './accounts.service.js';
export { ApiTokensService, type ApiTokenRow, type NewApiToken } from './api-tokens.service.js';
export { CredentialsService, type LetInPerson, type Through } from './credentials.service.js';
export { FirstUseService, type FirstUse } from './first-use.service.js';
export { forgetSignIns } from './forget-sign-ins.js';
export { mergeCharges, mergeMemberships, mergePosts } from './merge-posts.js';
export { GroupService, listGroups, type GroupRow } from './group.service.js';
export { listCoverablePosts, listLeaves, type LeaveRow } from './leave.queries.js';
export { LeaveService, type NewLeave } from './leave.service.js';
export { type PeopleProblem } from './people-import.js';
export { peopleFileLimitBytes, PeopleImportService, type PeoplePreview } from './people-import.service.js';
export { peopleAtMost, type AddedPerson, type PeopleRow } from './people-sheet.js';
export { recordPeopleEvent, recordUnitEvents } from './people-record.js';
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
export { PeopleService, type NewUnit, type Settled } from './people.service.js';
export { oidcCallbackPath, OidcSignInService } from './oidc-sign-in.service.js';
export { OwnAccountService } from './own-account.service.js';
export { listSessions, type RequestOrigin, type SessionRow } from './sessions.js';
export { SubmissionsService, type Submission } from './submissions.service.js';
export { SignInService } from './sign-in.service.js';
export { isWithin, lockUnits, lockUnitTree, refuseBureau, type LockedUnit } from './unit-tree.js';
export { UnitsService } from './units.service.js';
