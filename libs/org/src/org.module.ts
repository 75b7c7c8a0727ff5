import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { ApiTokensService } from './api-tokens.service.js';
import { CredentialsService } from './credentials.service.js';
import { FirstUseService } from './first-use.service.js';
import { GroupService } from './group.service.js';
import { LeaveService } from './leave.service.js';
import { PeopleImportService } from './people-import.service.js';
import { OidcSignInService } from './oidc-sign-in.service.js';
import { OwnAccountService } from './own-account.service.js';
import { PeopleService } from './people.service.js';
import { SubmissionsService } from './submissions.service.js';
import { SignInService } from './sign-in.service.js';
import { UnitsService } from './units.service.js';

const services = [
  SignInService,
  CredentialsService,
  ApiTokensService,
  AccountsService,
  OidcSignInService,
  OwnAccountService,
  FirstUseService,
  PeopleService,
  SubmissionsService,
  LeaveService,
  GroupService,
  PeopleImportService,
  UnitsService,
  SubmissionsService,
];

@Global()
@Module({ providers: services, exports: services })
export class OrgModule {}
